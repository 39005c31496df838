/** Root of the client. */
import { LightningElement } from 'lwc';
import { currentResponse, subscribe } from 'web/router';
import type { PageResponse } from '../../../../pages/types';

export default class App extends LightningElement {
  response: PageResponse = currentResponse();

  connectedCallback(): void {
    subscribe((response) => { this.response = response; });
  }
}
