/** https://developer.salesforce.com/docs/component-library/bundle/lightning-platform-show-toast-event */
export const ShowToastEventName = 'lightning__showtoast';

interface ToastConfig { readonly title?: string; readonly message?: string; readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[]; readonly variant?: string; readonly mode?: string; }

/** A toast: the page shows it, wherever in the page the event is dispatched. */
export class ShowToastEvent extends CustomEvent<ToastConfig> {
  constructor(detail: ToastConfig) {
    super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail });
  }
}
