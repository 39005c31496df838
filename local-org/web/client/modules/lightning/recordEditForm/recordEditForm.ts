/** https://developer.salesforce.com/docs/component-library/bundle/lightning-record-edit-form */
import { api } from 'lwc';
import { create, update, messagesOf, type RecordData } from 'web/records';
import FormBase from 'web/formBase';

interface FieldError { readonly message?: string; readonly fields?: readonly string[] }

/** Errors of a refused save, with the fields each concerns. */
function errorsOf(error: unknown): FieldError[] {
  const body = (error as { body?: unknown }).body;
  if (Array.isArray(body)) return body as FieldError[];
  return [(body ?? error) as FieldError];
}

export default class RecordEditForm extends FormBase {
  @api recordTypeId?: string;

  connectedCallback(): void {
    // A button of type submit in the slot stands outside the form element: its click is the submission.
    this.addEventListener('click', (event) => {
      const target = event.target as HTMLElement & { type?: string };
      if (target.tagName === 'LIGHTNING-BUTTON' && target.type === 'submit') this.begin();
    });
  }

  handleFormSubmit(event: Event): void {
    event.preventDefault();
    this.begin();
  }

  private entered(): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const part of this.parts) {
      const value = part.read?.();
      if (part.fieldName && value !== undefined) values[part.fieldName] = value;
    }
    return values;
  }

  private begin(): void {
    if (this.disabled) return;
    // What the server refused before is for the server to judge again.
    for (const part of this.parts) part.setError?.('');
    if (!this.validate()) return;
    const fields = this.entered();
    const event = new CustomEvent('submit', { detail: { fields }, cancelable: true });
    this.dispatchEvent(event);
    if (!event.defaultPrevented) this.submit(fields);
  }

  @api
  validate(): boolean {
    return [...this.parts].map((part) => part.reportValidity?.() ?? true).every(Boolean);
  }

  /** Saves; the values given stand in for what was entered. */
  @api
  submit(fields?: Record<string, unknown>): void {
    void this.save(fields ?? this.entered());
  }

  private async save(fields: Record<string, unknown>): Promise<void> {
    this.disabled = true;
    this.publish();
    this.showMessages([]);
    try {
      const saved: RecordData = this.recordId ? await update(this.recordId, fields) : await create(this.objectApiName, fields);
      this.dispatchEvent(new CustomEvent('success', { detail: saved }));
      this.enable();
    } catch (error) {
      this.enable();
      // A field shows its error once it is enabled again, which is with the next rendering.
      await Promise.resolve();
      this.refused(error);
    }
  }

  private enable(): void {
    this.disabled = false;
    this.publish();
  }

  /** Each error stands at its field; those without one, and those of fields that are not here, on top. */
  private refused(error: unknown): void {
    const rest: string[] = [];
    for (const { message = '', fields = [] } of errorsOf(error)) {
      const at = [...this.parts].filter((part) => part.fieldName && fields.includes(part.fieldName) && part.setError);
      at.forEach((part) => part.setError!(message));
      if (at.length === 0) rest.push(message);
    }
    this.showMessages(rest);
    this.dispatchEvent(new CustomEvent('error', { detail: { message: messagesOf(error).join(' '), detail: messagesOf(error).join(' '), output: { errors: rest.map((message) => ({ message })), fieldErrors: {} } } }));
  }
}
