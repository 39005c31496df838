import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import getRequest from '@salesforce/apex/PrmHelpDeskController.getRequest';
import note from '@salesforce/apex/PrmHelpDeskController.note';
import reply from '@salesforce/apex/PrmHelpDeskController.reply';
import take from '@salesforce/apex/PrmHelpDeskController.take';
import answer from '@salesforce/label/c.PRM_UI_REQUEST_Answer';
import ask from '@salesforce/label/c.PRM_UI_REQUEST_Ask';
import files from '@salesforce/label/c.PRM_UI_REQUEST_Files';
import noteIt from '@salesforce/label/c.PRM_UI_REQUEST_Note_Inside';
import notes from '@salesforce/label/c.PRM_UI_REQUEST_Notes';
import sentToast from '@salesforce/label/c.PRM_UI_REQUEST_Sent_Toast';
import solve from '@salesforce/label/c.PRM_UI_REQUEST_Solve';
import takeIt from '@salesforce/label/c.PRM_UI_REQUEST_Take';
import takenToast from '@salesforce/label/c.PRM_UI_REQUEST_Taken_Toast';
import notedToast from '@salesforce/label/c.PRM_UI_REQUEST_Noted_Toast';
import { REQUESTS_CHANGED, type DeskDetail } from 'c/prmServiceRequests';
import { changed } from 'c/prmUiBus';
import type { TimelineItem } from 'c/prmUiTimeline';
import { confirmDone } from 'c/prmUiToast';
import type { ReplyAction } from 'c/prmReply';

interface Reply extends HTMLElement {
  saved(): void;
}

const OPEN_ACTIONS: readonly ReplyAction[] = [
  { name: 'answer', label: answer, brand: true },
  { name: 'ask', label: ask },
  { name: 'solve', label: solve },
  { name: 'note', label: noteIt },
];
const CLOSED_ACTIONS: readonly ReplyAction[] = OPEN_ACTIONS.filter(({ name }) => name === 'note');

/** One service request for the help desk: facts, conversation, answer, and what we note inside. */
export default class PrmDeskRequest extends LightningElement {
  @api recordId = '';

  labels = { files, notes, takeIt };
  detail?: DeskDetail;
  loadError?: unknown;
  failure?: unknown;
  busy = false;
  private provisioned?: Wired<DeskDetail>;

  @wire(getRequest, { requestId: '$recordId' })
  wiredRequest(result: Wired<DeskDetail>): void {
    this.provisioned = result;
    if (result.data) this.detail = result.data;
    this.loadError = result.error;
  }

  get loading(): boolean {
    return !this.detail && !this.loadError;
  }

  get actions(): readonly ReplyAction[] {
    return this.detail?.shared.request.closed ? CLOSED_ACTIONS : OPEN_ACTIONS;
  }

  /** What we add is for the partner to see, as the answers are. */
  get mayAddFiles(): boolean {
    return this.detail?.shared.request.closed === false;
  }

  get mayTake(): boolean {
    return !this.detail?.shared.request.closed && !this.detail?.shared.request.agentName;
  }

  get hasNotes(): boolean {
    return (this.detail?.notes.length ?? 0) > 0;
  }

  get noteItems(): TimelineItem[] {
    return (this.detail?.notes ?? []).map(({ id, body, author, writtenAt }) => ({ id, title: body, author, at: writtenAt }));
  }

  handleSend({ detail: { action, body } }: CustomEvent<{ action: string; body: string }>): Promise<void> {
    return this.act(async () => {
      this.detail =
        action === 'note'
          ? await note({ requestId: this.recordId, body })
          : await reply({ requestId: this.recordId, body, asks: action === 'ask', closes: action === 'solve' });
      this.template?.querySelector<Reply>('c-prm-reply')?.saved();
      confirmDone(this, action === 'note' ? notedToast : sentToast);
    });
  }

  handleTake(): Promise<void> {
    return this.act(async () => {
      this.detail = await take({ requestId: this.recordId });
      confirmDone(this, takenToast);
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
