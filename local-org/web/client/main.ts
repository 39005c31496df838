import { createElement } from 'lwc';
import App from 'web/app';

document.querySelector('#app')!.append(createElement('web-app', { is: App }));
