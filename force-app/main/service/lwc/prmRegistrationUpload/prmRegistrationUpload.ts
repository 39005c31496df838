import { LightningElement } from 'lwc';
import registerCsv from '@salesforce/apex/PrmRegistrationController.registerCsv';
import already from '@salesforce/label/c.PRM_COV_Already';
import choose from '@salesforce/label/c.PRM_COV_Choose_File';
import hint from '@salesforce/label/c.PRM_COV_Upload_Hint';
import noText from '@salesforce/label/c.PRM_COV_No_Text_File';
import problemsHeading from '@salesforce/label/c.PRM_COV_Problems';
import registered from '@salesforce/label/c.PRM_COV_Registered';
import template from '@salesforce/label/c.PRM_COV_Template';
import tooLarge from '@salesforce/label/c.PRM_COV_File_Too_Large';
import working from '@salesforce/label/c.PRM_COV_Working';
import { COLUMNS, problemLines, REGISTERED, type Registered } from 'c/prmCoverage';
import { changed } from 'c/prmUiBus';
import { fill } from 'c/prmUiText';

/** A thousand rows of names and dates are well below this. */
const LARGEST_BYTES = 500_000;

/** The text of a file; spreadsheets of many countries still write what is no UTF-8. */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0)) throw new Error(noText);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Registers the rows of a file. What is right is registered; the rest is told by row and column, and can be sent again. */
export default class PrmRegistrationUpload extends LightningElement {
  labels = { choose, hint, problemsHeading, template, working };
  result?: Registered;
  error?: unknown;
  busy = false;

  get templateAddress(): string {
    return `data:text/csv;charset=utf-8,${encodeURIComponent(`${COLUMNS.join(',')}\n`)}`;
  }

  get summary(): string {
    if (!this.result) return '';
    const said = fill(registered, this.result.registered);
    return this.result.already > 0 ? `${said} ${fill(already, this.result.already)}` : said;
  }

  get lines(): { key: string; place: string; message: string }[] {
    return problemLines(this.result?.problems ?? []);
  }

  get hasProblems(): boolean {
    return this.lines.length > 0;
  }

  async handleFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file || this.busy) return;
    this.busy = true;
    this.error = undefined;
    this.result = undefined;
    try {
      await this.send(file);
    } finally {
      this.busy = false;
      // So that the same file, mended, can be chosen again.
      input.value = '';
    }
  }

  handleDismiss(): void {
    this.error = undefined;
  }

  private async send(file: File): Promise<void> {
    if (file.size > LARGEST_BYTES) {
      this.error = { message: tooLarge };
      return;
    }
    let csv = '';
    try {
      csv = await textOf(file);
    } catch {
      this.error = { message: noText };
      return;
    }
    try {
      const result = await registerCsv({ csv });
      this.result = result;
      if (result.registered > 0) changed(REGISTERED);
    } catch (error) {
      this.error = error;
    }
  }
}
