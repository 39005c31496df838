/** https://developer.salesforce.com/docs/component-library/bundle/lightning-file-upload */
import { api, LightningElement } from 'lwc';
import { sendFile } from 'web/files';
import { messagesOf } from 'web/records';

interface Uploaded { readonly name: string; readonly documentId: string; readonly contentVersionId: string; readonly contentBodyId: undefined; readonly mimeType: string }
interface Row { readonly key: string; readonly name: string; readonly text: string; readonly failed: boolean; readonly done: boolean }

/** Endings that may be chosen, in lower case with their dots; none where all may. */
const endings = (accept: unknown): string[] => {
  const list = Array.isArray(accept) ? accept : String(accept ?? '').split(',');
  return list.map((each) => String(each).trim().toLowerCase()).filter((each) => each.startsWith('.'));
};

export default class FileUpload extends LightningElement {
  @api label = '';
  @api name?: string;
  @api recordId?: string;
  @api accept?: string | readonly string[];
  @api multiple = false;
  @api disabled = false;
  @api fileFieldName?: string;
  @api fileFieldValue?: string;
  isUploading = false;
  /** What became of each file of the last choice. */
  rows: readonly Row[] = [];

  get acceptText(): string | undefined { return typeof this.accept === 'string' ? this.accept : this.accept?.join(','); }
  get isDisabled(): boolean { return this.disabled || this.isUploading; }
  get hasRows(): boolean { return this.rows.length > 0; }

  private put(key: string, change: Partial<Row>): void {
    this.rows = this.rows.map((row) => (row.key === key ? { ...row, ...change } : row));
  }

  private async upload(file: File, key: string): Promise<Uploaded | undefined> {
    try {
      const allowed = endings(this.accept);
      if (allowed.length > 0 && !allowed.some((ending) => file.name.toLowerCase().endsWith(ending))) throw new Error("Your company doesn't support this file type.");
      const saved = await sendFile(file, { recordId: this.recordId, fieldName: this.fileFieldName, fieldValue: this.fileFieldValue });
      this.put(key, { text: 'Uploaded', done: true });
      return { name: file.name, ...saved, contentBodyId: undefined, mimeType: file.type };
    } catch (error) {
      this.put(key, { text: messagesOf(error).join(' '), failed: true });
      return undefined;
    }
  }

  async handleFiles(event: CustomEvent<{ files: FileList }>): Promise<void> {
    event.stopPropagation();
    const chosen = [...event.detail.files];
    if (chosen.length === 0) return;
    this.rows = chosen.map(({ name }, index) => ({ key: String(index), name, text: 'Uploading', failed: false, done: false }));
    this.isUploading = true;
    const files: Uploaded[] = [];
    for (const [index, file] of chosen.entries()) {
      const saved = await this.upload(file, String(index));
      if (saved) files.push(saved);
    }
    this.isUploading = false;
    if (files.length > 0) this.dispatchEvent(new CustomEvent('uploadfinished', { detail: { files } }));
  }
}
