import Toast from 'lightning/toast';
import type { LightningElement } from 'lwc';

/** Confirms that something worked. Errors have the error panel: a toast goes away before it is read. */
export function confirmDone(source: LightningElement, label: string, message = ''): void {
  Toast.show({ label, message, variant: 'success', mode: 'dismissible' }, source);
}
