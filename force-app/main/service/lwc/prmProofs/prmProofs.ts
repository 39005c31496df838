import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import add from '@salesforce/apex/PrmProofsController.add';
import attach from '@salesforce/apex/PrmProofsController.attach';
import list from '@salesforce/apex/PrmProofsController.listProofs';
import remove from '@salesforce/apex/PrmProofsController.remove';
import addLabel from '@salesforce/label/c.PRM_UI_CLAIM_Proof_Add';
import addHelp from '@salesforce/label/c.PRM_UI_CLAIM_Proof_Help';
import added from '@salesforce/label/c.PRM_UI_CLAIM_Proof_Added';
import large from '@salesforce/label/c.PRM_UI_CLAIM_Proof_Large';
import largeLabel from '@salesforce/label/c.PRM_UI_CLAIM_Proof_Large_Label';
import none from '@salesforce/label/c.PRM_UI_CLAIM_Proof_None';
import proofs from '@salesforce/label/c.PRM_UI_CLAIM_Proofs';
import removeNamed from '@salesforce/label/c.PRM_UI_CLAIM_Proof_Remove';
import uploading from '@salesforce/label/c.PRM_UI_CLAIM_Proof_Uploading';
import { base64Of, ENDINGS, LARGEST, LARGEST_AT_ONCE, refusalOf, sizeText } from 'c/prmProofFiles';
import { reduceErrors } from 'c/prmUiErrors';
import { fill } from 'c/prmUiText';

/** `PrmProofsController.Proof`. */
export interface Proof {
  readonly id: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly mine: boolean;
}

/** `PrmProofsController.Outcome`: the proofs there are now, and why files were not taken. */
export interface ProofOutcome {
  readonly proofs: readonly Proof[];
  readonly refusals: readonly string[];
}

/**
 * Files of a claim or a service request. Each file is checked by size and first bytes before it leaves the browser, and again by the server.
 * @fires PrmProofs#proofschange with `detail.count`
 */
export default class PrmProofs extends LightningElement {
  @api recordId = '';
  /** Files may be added and taken away. */
  @api editable = false;
  /** What the list is called to those who hear it. */
  @api label = proofs;

  labels = { addHelp, addLabel, largeLabel, none, uploading };
  accept = ENDINGS.join(',');
  endings = ENDINGS;
  found: readonly Proof[] = [];
  loaded = false;
  loadError?: unknown;
  /** Why files were not taken, a sentence each. */
  refusals: readonly string[] = [];
  busy = false;
  announcement = '';
  /** A file was chosen that is too large for one call: the platform's own upload takes it. */
  showLarge = false;
  private provisioned?: Wired<ProofOutcome>;

  @wire(list, { recordId: '$recordId' })
  wiredProofs(result: Wired<ProofOutcome>): void {
    this.provisioned = result;
    if (result.data) {
      this.show(result.data.proofs);
      if (!this.busy) this.refusals = [...new Set([...this.refusals, ...result.data.refusals])];
    }
    this.loadError = result.error;
  }

  get rows(): (Proof & { sizeLabel: string; removable: boolean; removeLabel: string })[] {
    return this.found.map((proof) => ({
      ...proof,
      sizeLabel: sizeText(proof.size),
      removable: this.editable && proof.mine,
      removeLabel: fill(removeNamed, proof.fileName),
    }));
  }

  get empty(): boolean {
    return this.loaded && this.found.length === 0;
  }

  get refused(): boolean {
    return this.refusals.length > 0;
  }

  get helpText(): string {
    return fill(addHelp, LARGEST / 1_048_576, ENDINGS.map((ending) => ending.slice(1).toUpperCase()).join(', '));
  }

  async handleFiles(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    this.refusals = [];
    for (const file of files) {
      // One after the other: what one of them is refused for must not hide what became of the rest.
      // eslint-disable-next-line no-await-in-loop
      await this.take(file);
    }
    input.value = '';
  }

  async handleUploaded({ detail }: CustomEvent<{ files: readonly { name: string; documentId: string }[] }>): Promise<void> {
    this.refusals = [];
    for (const { name, documentId } of detail.files) {
      // eslint-disable-next-line no-await-in-loop -- one after the other, as the server checks them
      await this.send(() => attach({ recordId: this.recordId, documentId }), fill(added, name));
    }
  }

  handleRemove(event: Event): Promise<void> {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    return this.send(() => remove({ recordId: this.recordId, documentId: id ?? '' }), '');
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  private async take(file: File): Promise<void> {
    const refusal = await refusalOf(file);
    if (refusal) {
      this.refuse(refusal);
    } else if (file.size > LARGEST_AT_ONCE) {
      this.showLarge = true;
      this.refuse(fill(large, file.name, sizeText(file.size)));
    } else {
      const content = await base64Of(file);
      await this.send(() => add({ recordId: this.recordId, fileName: file.name, content }), fill(added, file.name));
    }
  }

  private async send(call: () => Promise<ProofOutcome>, done: string): Promise<void> {
    this.busy = true;
    try {
      const outcome = await call();
      this.show(outcome.proofs);
      outcome.refusals.forEach((refusal) => this.refuse(refusal));
      if (outcome.refusals.length === 0) this.announcement = done;
      void refreshApex(this.provisioned);
    } catch (error) {
      reduceErrors(error).forEach((message) => this.refuse(message));
    } finally {
      this.busy = false;
    }
  }

  private show(rows: readonly Proof[]): void {
    this.found = rows;
    this.loaded = true;
    this.dispatchEvent(new CustomEvent('proofschange', { detail: { count: rows.length } }));
  }

  private refuse(sentence: string): void {
    this.refusals = [...this.refusals, sentence];
  }
}
