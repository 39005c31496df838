/** Toasts of the page: shown for ShowToastEvent, wherever it is dispatched. */
import { LightningElement } from 'lwc';
import { ShowToastEventName } from 'lightning/platformShowToastEvent';

interface Link { readonly url: string; readonly label: string }
interface Detail { readonly title?: string; readonly label?: string; readonly message?: string; readonly messageData?: readonly (string | Link)[]; readonly variant?: string; readonly mode?: string }
interface Part { readonly key: string; readonly text: string; readonly url?: string }
interface Toast { readonly id: string; readonly variant: string; readonly title: string; readonly parts: readonly Part[]; readonly icon: string; readonly classes: string; readonly role: string }

const VARIANTS: Readonly<Record<string, string>> = { info: 'utility:info', success: 'utility:success', warning: 'utility:warning', error: 'utility:error' };
/** Dismissible toasts go after three seconds as documented, pester ones too; sticky ones stay. */
const SHOWN_MS = 3000;

/** Puts `messageData` in the places of a message: `{0}`, `{1}`. */
function partsOf(message: string, data: readonly (string | Link)[]): Part[] {
  return message.split(/(\{\d+\})/).filter(Boolean).map((text, index): Part => {
    const place = /^\{(\d+)\}$/.exec(text)?.[1];
    const value = place === undefined ? text : (data[Number(place)] ?? text);
    return typeof value === 'string' ? { key: String(index), text: value } : { key: String(index), text: value.label, url: value.url };
  });
}

export default class Toasts extends LightningElement {
  toasts: readonly Toast[] = [];
  private count = 0;

  connectedCallback(): void {
    document.addEventListener(ShowToastEventName, (event) => this.add((event as CustomEvent<Detail>).detail));
  }

  private add({ title, label, message = '', messageData = [], variant = 'info', mode = 'dismissible' }: Detail): void {
    const known = Object.hasOwn(VARIANTS, variant) ? variant : 'info';
    const id = `toast${++this.count}`;
    const toast = { id, variant: known, title: title ?? label ?? '', parts: partsOf(message, messageData), icon: VARIANTS[known]!, classes: `slds-notify slds-notify_toast slds-theme_${known}`, role: known === 'error' ? 'alert' : 'status' };
    this.toasts = [...this.toasts, toast];
    if (mode !== 'sticky') setTimeout(() => this.remove(id), SHOWN_MS);
  }

  private remove(id: string): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  handleClose(event: Event): void {
    this.remove((event.currentTarget as HTMLElement).dataset['id']!);
  }
}
