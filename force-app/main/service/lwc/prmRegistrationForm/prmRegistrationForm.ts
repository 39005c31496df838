import { LightningElement } from 'lwc';
import register from '@salesforce/apex/PrmRegistrationController.register';
import country from '@salesforce/label/c.PRM_COV_Country';
import countryHelp from '@salesforce/label/c.PRM_COV_Country_Help';
import did from '@salesforce/label/c.PRM_COV_Registered_One';
import document from '@salesforce/label/c.PRM_COV_Document';
import email from '@salesforce/label/c.PRM_COV_Email';
import already from '@salesforce/label/c.PRM_COV_Already_One';
import fixErrors from '@salesforce/label/c.PRM_UI_Fix_Errors';
import inService from '@salesforce/label/c.PRM_COV_In_Service';
import inServiceHelp from '@salesforce/label/c.PRM_COV_In_Service_Help';
import owner from '@salesforce/label/c.PRM_COV_Owner';
import serial from '@salesforce/label/c.PRM_COV_Serial';
import serialHelp from '@salesforce/label/c.PRM_COV_Serial_Help';
import soldOn from '@salesforce/label/c.PRM_COV_Sold_On';
import submit from '@salesforce/label/c.PRM_COV_Register';
import transfer from '@salesforce/label/c.PRM_COV_Transfer';
import { REGISTERED, type Registered } from 'c/prmCoverage';
import { changed } from 'c/prmUiBus';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';
import type PrmUiField from 'c/prmUiField';
import { fill } from 'c/prmUiText';
import { confirmDone } from 'c/prmUiToast';

const DRAFT = 'registration';
const EMPTY = { serial: '', owner: '', email: '', country: '', sold_on: '', in_service_on: '', document: '', transfer: '' };

type Field = HTMLElement & PrmUiField;

/** Registers one piece. What the server finds wrong stands at its field, and nothing typed is lost. */
export default class PrmRegistrationForm extends LightningElement {
  labels = { country, countryHelp, document, email, fixErrors, inService, inServiceHelp, owner, serial, serialHelp, soldOn, submit, transfer };
  values: Record<string, string> = { ...EMPTY };
  proposals: readonly string[] = [];
  error?: unknown;
  invalid = false;
  busy = false;

  connectedCallback(): void {
    this.values = { ...EMPTY, ...loadDraft(DRAFT) };
  }

  get isTransfer(): boolean {
    return this.values.transfer !== '';
  }

  get isSale(): boolean {
    return !this.isTransfer;
  }

  get hasProposals(): boolean {
    return this.proposals.length > 0;
  }

  handleChange({ detail }: CustomEvent<{ name: string; value: string }>): void {
    this.set(detail.name, detail.value);
  }

  handleTransfer(event: Event): void {
    this.set('transfer', (event.target as HTMLInputElement).checked ? 'yes' : '');
  }

  handleProposal(event: Event): void {
    this.set('serial', (event.currentTarget as HTMLElement).dataset.serial ?? '');
    this.proposals = [];
    this.fields()[0]?.focus();
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const wrong = this.fields().filter((field) => !field.validate());
    this.invalid = wrong.length > 0;
    this.error = undefined;
    if (wrong[0]) {
      wrong[0].focus();
      return;
    }
    this.busy = true;
    try {
      this.show(await register({ values: { ...this.values, in_service_on: this.isTransfer ? '' : (this.values.in_service_on ?? '') } }));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  handleDismiss(): void {
    this.error = undefined;
  }

  private show({ registered, problems }: Registered): void {
    this.proposals = problems.flatMap((problem) => problem.proposals ?? []);
    this.invalid = problems.length > 0;
    if (problems.length > 0) {
      const fields = this.fields();
      for (const { column, message } of problems) fields.find(({ name }) => name === column)?.report(message);
      // A problem of the tick box has no field of its own.
      const homeless = problems.filter(({ column }) => !fields.some(({ name }) => name === column)).map(({ message }) => ({ message }));
      this.error = homeless.length > 0 ? homeless : undefined;
      fields.find(({ name }) => problems.some(({ column }) => column === name))?.focus();
      return;
    }
    confirmDone(this, fill(registered > 0 ? did : already, String(this.values.serial).trim()));
    dropDraft(DRAFT);
    this.values = { ...EMPTY };
    changed(REGISTERED);
  }

  private set(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
    keepDraft(DRAFT, this.values);
  }

  private fields(): Field[] {
    return [...(this.template?.querySelectorAll<Field>('c-prm-ui-field') ?? [])];
  }
}
