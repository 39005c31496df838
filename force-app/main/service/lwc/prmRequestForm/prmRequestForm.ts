import { LightningElement, wire } from 'lwc';
import type { Wired } from '@salesforce/apex';
import choices from '@salesforce/apex/PrmRequestsController.choices';
import open from '@salesforce/apex/PrmRequestsController.open';
import category from '@salesforce/label/c.PRM_UI_REQUEST_Category';
import contact from '@salesforce/label/c.PRM_UI_REQUEST_Customer_Contact';
import customer from '@salesforce/label/c.PRM_UI_REQUEST_Customer';
import description from '@salesforce/label/c.PRM_UI_REQUEST_Description';
import fixErrors from '@salesforce/label/c.PRM_UI_Fix_Errors';
import openRequest from '@salesforce/label/c.PRM_UI_REQUEST_Open';
import serial from '@salesforce/label/c.PRM_UI_REQUEST_Serial';
import serialHelp from '@salesforce/label/c.PRM_UI_REQUEST_Serial_Help';
import severity from '@salesforce/label/c.PRM_UI_REQUEST_Severity';
import severityHelp from '@salesforce/label/c.PRM_UI_REQUEST_Severity_Help';
import subject from '@salesforce/label/c.PRM_UI_REQUEST_Subject';
import type { RequestChoices } from 'c/prmServiceRequests';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';
import type PrmUiField from 'c/prmUiField';
import type { Option } from 'c/prmUiField';

const DRAFT = 'request.new';
const EMPTY = { category: '', severity: '', subject: '', description: '', serial: '', customer: '', customerContact: '' };
/** What the fields of the case hold. */
const LENGTHS = { subject: 255, description: 32000, serial: 80, customer: 120, customerContact: 120 };

/**
 * A new service request. What is typed is kept until it is sent.
 * @fires PrmRequestForm#opened with `detail.id`
 */
export default class PrmRequestForm extends LightningElement {
  labels = { category, contact, customer, description, fixErrors, openRequest, serial, serialHelp, severity, severityHelp, subject };
  lengths = LENGTHS;
  values: Record<string, string> = { ...EMPTY, ...loadDraft(DRAFT) };
  categories: readonly Option[] = [];
  severities: readonly Option[] = [];
  invalid = false;
  busy = false;
  failure?: unknown;

  @wire(choices)
  wiredChoices({ data }: Wired<RequestChoices>): void {
    this.categories = data?.categories ?? [];
    this.severities = data?.severities ?? [];
  }

  handleChange({ detail: { name, value } }: CustomEvent<{ name: string; value: string }>): void {
    this.values = { ...this.values, [name]: value };
    keepDraft(DRAFT, this.values);
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const fields = [...(this.template?.querySelectorAll<HTMLElement & PrmUiField>('c-prm-ui-field') ?? [])];
    const wrong = fields.filter((field) => !field.validate());
    this.invalid = wrong.length > 0;
    wrong[0]?.focus();
    if (this.invalid || this.busy) return;
    this.busy = true;
    this.failure = undefined;
    try {
      const id = await open({ draft: this.values });
      dropDraft(DRAFT);
      this.values = EMPTY;
      this.dispatchEvent(new CustomEvent('opened', { detail: { id } }));
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }
}
