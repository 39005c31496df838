// Synthetic shadow must stand before everything: without it the design system's style sheet does not reach the templates.
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import App from 'web/app';

document.querySelector('#app')!.append(createElement('web-app', { is: App }));
