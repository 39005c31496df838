import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import listAdditions from '@salesforce/apex/PrmCatalogueController.listAdditions';
import removeAddition from '@salesforce/apex/PrmCatalogueController.removeAddition';
import saveAddition from '@salesforce/apex/PrmCatalogueController.saveAddition';
import add from '@salesforce/label/c.PRM_CAT_Add';
import cancel from '@salesforce/label/c.PRM_UI_Cancel';
import change from '@salesforce/label/c.PRM_CAT_Change';
import changeNamed from '@salesforce/label/c.PRM_CAT_Change_Named';
import hint from '@salesforce/label/c.PRM_CAT_Additions_Hint';
import name from '@salesforce/label/c.PRM_CAT_Addition_Name';
import none from '@salesforce/label/c.PRM_CAT_No_Additions';
import note from '@salesforce/label/c.PRM_CAT_Addition_Note';
import remove from '@salesforce/label/c.PRM_CAT_Remove';
import removeNamed from '@salesforce/label/c.PRM_CAT_Remove_Named';
import removed from '@salesforce/label/c.PRM_CAT_Removed';
import save from '@salesforce/label/c.PRM_CAT_Save';
import saved from '@salesforce/label/c.PRM_CAT_Saved';
import undo from '@salesforce/label/c.PRM_CAT_Undo';
import { ADDITIONS_CHANGED, type Addition } from 'c/prmCatalogueItems';
import { changed } from 'c/prmUiBus';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';
import type PrmUiField from 'c/prmUiField';
import { fill } from 'c/prmUiText';
import { confirmDone } from 'c/prmUiToast';

const EMPTY = { label: '', value: '' };
const LABEL_LENGTH = 120;
const VALUE_LENGTH = 4000;

/** What the partner adds beside a product, or its own records where no product is given. A new one keeps a draft. */
export default class PrmAdditions extends LightningElement {
  /** The product; empty for records of the partner's own. */
  @api
  get productId(): string {
    return this.product;
  }
  set productId(value: string) {
    this.product = value;
    this.values = { ...EMPTY, ...loadDraft(this.draftName) };
  }

  labels = { add, cancel, change, hint, name, none, note, remove, save, undo };
  labelLength = LABEL_LENGTH;
  valueLength = VALUE_LENGTH;
  product = '';
  additions?: readonly Addition[];
  values: Record<string, string> = { ...EMPTY };
  editedId = '';
  removedOne?: Addition;
  error?: unknown;
  loadError?: unknown;
  busy = false;
  private provisioned?: Wired<readonly Addition[]>;

  @wire(listAdditions, { productId: '$product' })
  wiredAdditions(result: Wired<readonly Addition[]>): void {
    this.provisioned = result;
    if (result.data) this.additions = result.data;
    this.loadError = result.error;
  }

  get loading(): boolean {
    return !this.additions && !this.loadError;
  }

  get empty(): boolean {
    return this.additions?.length === 0;
  }

  get rows(): (Addition & { changeLabel: string; removeLabel: string })[] {
    return (this.additions ?? []).map((each) => ({ ...each, changeLabel: fill(changeNamed, each.label), removeLabel: fill(removeNamed, each.label) }));
  }

  get submitLabel(): string {
    return this.editedId ? save : add;
  }

  get removedText(): string {
    return this.removedOne ? fill(removed, this.removedOne.label) : '';
  }

  private get draftName(): string {
    return `addition.${this.product}`;
  }

  handleChange({ detail }: CustomEvent<{ name: string; value: string }>): void {
    this.values = { ...this.values, [detail.name]: detail.value };
    if (!this.editedId) keepDraft(this.draftName, this.values);
  }

  handleEdit(event: Event): void {
    const addition = this.find(event);
    if (!addition) return;
    this.editedId = addition.id;
    this.values = { label: addition.label, value: addition.value ?? '' };
    this.field()?.focus();
  }

  handleCancel(): void {
    this.editedId = '';
    this.values = { ...EMPTY, ...loadDraft(this.draftName) };
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const fields = [...(this.template?.querySelectorAll<HTMLElement & PrmUiField>('c-prm-ui-field') ?? [])];
    const wrong = fields.filter((field) => !field.validate());
    if (wrong[0]) {
      wrong[0].focus();
      return;
    }
    const { editedId, values } = this;
    const done = await this.run(async () => {
      this.additions = await saveAddition({ additionId: editedId, productId: this.product, label: values.label ?? '', value: values.value ?? '' });
    });
    if (!done) return;
    if (!editedId) dropDraft(this.draftName);
    this.handleCancel();
    confirmDone(this, fill(saved, String(values.label).trim()));
  }

  async handleRemove(event: Event): Promise<void> {
    const addition = this.find(event);
    if (!addition) return;
    const done = await this.run(async () => {
      await removeAddition({ additionId: addition.id });
      this.additions = this.additions?.filter(({ id }) => id !== addition.id);
    });
    if (!done) return;
    this.removedOne = addition;
    if (this.editedId === addition.id) this.handleCancel();
  }

  async handleUndo(): Promise<void> {
    const addition = this.removedOne;
    if (!addition) return;
    const done = await this.run(async () => {
      this.additions = await saveAddition({ additionId: '', productId: this.product, label: addition.label, value: addition.value ?? '' });
    });
    if (done) this.removedOne = undefined;
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  handleDismiss(): void {
    this.error = undefined;
  }

  /** Does one thing at a time; what fails stays on the page with its error. */
  private async run(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = undefined;
    try {
      await work();
      changed(ADDITIONS_CHANGED);
      await refreshApex(this.provisioned);
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  }

  private find(event: Event): Addition | undefined {
    const id = (event.currentTarget as HTMLElement).dataset.id;
    return this.additions?.find((each) => each.id === id);
  }

  private field(): (HTMLElement & PrmUiField) | null | undefined {
    return this.template?.querySelector<HTMLElement & PrmUiField>('c-prm-ui-field');
  }
}
