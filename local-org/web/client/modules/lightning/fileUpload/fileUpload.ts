/** https://developer.salesforce.com/docs/component-library/bundle/lightning-file-upload */
import { api, LightningElement } from 'lwc';
import { create, fetchRecord, messagesOf } from 'web/records';

interface Uploaded { readonly name: string; readonly documentId: string; readonly contentVersionId: string; readonly mimeType: string }

/** Files go up as ContentVersion in JSON, so they are kept well below the request limit. */
const MAX_BYTES = 35 * 1024 * 1024;

const base64 = (file: File): Promise<string> => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
  reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read.'));
  reader.readAsDataURL(file);
});

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
  error = '';

  get acceptText(): string | undefined { return typeof this.accept === 'string' ? this.accept : this.accept?.join(','); }
  get isDisabled(): boolean { return this.disabled || this.isUploading; }

  private async upload(file: File): Promise<Uploaded> {
    if (file.size > MAX_BYTES) throw new Error(`${file.name} is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
    const fields: Record<string, unknown> = { Title: file.name.replace(/\.[^.]+$/, ''), PathOnClient: file.name, VersionData: await base64(file) };
    if (this.recordId) fields['FirstPublishLocationId'] = this.recordId;
    if (this.fileFieldName) fields[this.fileFieldName] = this.fileFieldValue;
    const { id } = await create('ContentVersion', fields);
    const version = await fetchRecord(id, { fields: 'ContentVersion.ContentDocumentId' });
    return { name: file.name, contentVersionId: id, documentId: String(version.fields['ContentDocumentId']?.value), mimeType: file.type };
  }

  async handleFiles(event: CustomEvent<{ files: FileList }>): Promise<void> {
    event.stopPropagation();
    this.isUploading = true;
    this.error = '';
    try {
      const files: Uploaded[] = [];
      for (const file of event.detail.files) files.push(await this.upload(file));
      this.dispatchEvent(new CustomEvent('uploadfinished', { detail: { files } }));
    } catch (error) {
      this.error = messagesOf(error).join(' ');
    } finally {
      this.isUploading = false;
    }
  }
}
