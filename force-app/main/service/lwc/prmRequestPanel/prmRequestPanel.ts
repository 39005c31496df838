import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import close from '@salesforce/apex/PrmRequestsController.close';
import getRequest from '@salesforce/apex/PrmRequestsController.getRequest';
import reopen from '@salesforce/apex/PrmRequestsController.reopen';
import reply from '@salesforce/apex/PrmRequestsController.reply';
import closeIt from '@salesforce/label/c.PRM_UI_REQUEST_Close';
import closedToast from '@salesforce/label/c.PRM_UI_REQUEST_Closed_Toast';
import files from '@salesforce/label/c.PRM_UI_REQUEST_Files';
import markLabel from '@salesforce/label/c.PRM_UI_REQUEST_Mark';
import markNote from '@salesforce/label/c.PRM_UI_REQUEST_Mark_Note';
import message from '@salesforce/label/c.PRM_UI_REQUEST_Message';
import reopenIt from '@salesforce/label/c.PRM_UI_REQUEST_Reopen';
import send from '@salesforce/label/c.PRM_UI_REQUEST_Send';
import sentToast from '@salesforce/label/c.PRM_UI_REQUEST_Sent_Toast';
import why from '@salesforce/label/c.PRM_UI_REQUEST_Why_Again';
import { REQUESTS_CHANGED, type RequestDetail } from 'c/prmServiceRequests';
import { changed } from 'c/prmUiBus';
import { confirmDone } from 'c/prmUiToast';
import type { ReplyAction } from 'c/prmReply';

interface Reply extends HTMLElement {
  saved(): void;
}

const SEND: readonly ReplyAction[] = [{ name: 'send', label: send, brand: true }];
const REOPEN: readonly ReplyAction[] = [{ name: 'reopen', label: reopenIt }];
const MARKS = ['5', '4', '3', '2', '1'].map((value) => ({ value, label: value }));

/** One service request for the partner: facts, conversation, message, closing with a mark. */
export default class PrmRequestPanel extends LightningElement {
  @api recordId = '';

  labels = { closeIt, files, markLabel, markNote };
  marks = MARKS;
  detail?: RequestDetail;
  loadError?: unknown;
  failure?: unknown;
  busy = false;
  mark = '';
  note = '';
  private provisioned?: Wired<RequestDetail>;

  @wire(getRequest, { requestId: '$recordId' })
  wiredRequest(result: Wired<RequestDetail>): void {
    this.provisioned = result;
    if (result.data) this.detail = result.data;
    this.loadError = result.error;
  }

  get loading(): boolean {
    return !this.detail && !this.loadError;
  }

  get closed(): boolean {
    return this.detail?.request.closed === true;
  }

  /** A closed request is opened again first. */
  get mayAddFiles(): boolean {
    return !this.closed;
  }

  get marked(): boolean {
    return typeof this.detail?.request.mark === 'number';
  }

  get mayClose(): boolean {
    return !this.closed || !this.marked;
  }

  get replyActions(): readonly ReplyAction[] {
    return this.closed ? REOPEN : SEND;
  }

  get replyLabel(): string {
    return this.closed ? why : message;
  }

  handleSend({ detail: { action, body } }: CustomEvent<{ action: string; body: string }>): Promise<void> {
    const sender = action === 'reopen' ? reopen : reply;
    return this.act(async () => {
      this.detail = await sender({ requestId: this.recordId, body });
      this.template?.querySelector<Reply>('c-prm-reply')?.saved();
      confirmDone(this, sentToast);
    });
  }

  handleMark({ detail: { name, value } }: CustomEvent<{ name: string; value: string }>): void {
    if (name === 'mark') this.mark = value;
    else this.note = value;
  }

  handleClose(): Promise<void> {
    return this.act(async () => {
      this.detail = await close({ requestId: this.recordId, mark: this.mark === '' ? null : Number(this.mark), note: this.note });
      confirmDone(this, closedToast);
    });
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = undefined;
    try {
      await work();
      changed(REQUESTS_CHANGED);
      await refreshApex(this.provisioned);
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }
}
