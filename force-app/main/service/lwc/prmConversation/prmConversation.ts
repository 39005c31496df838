import { api, LightningElement } from 'lwc';
import label from '@salesforce/label/c.PRM_UI_REQUEST_Conversation';
import noMessages from '@salesforce/label/c.PRM_UI_REQUEST_No_Messages';
import type { Message, Side } from 'c/prmServiceRequests';
import { momentText } from 'c/prmUiTime';

/** The messages of a request as in a messenger: those of the side that reads to the right. */
export default class PrmConversation extends LightningElement {
  @api messages: readonly Message[] = [];
  /** Who reads: partner or desk. */
  @api side: Side = 'partner';

  labels = { label, noMessages };

  get empty(): boolean {
    return this.messages.length === 0;
  }

  get entries(): (Message & { classes: string; when: string })[] {
    return this.messages.map((message) => ({
      ...message,
      classes: message.ours === (this.side === 'desk') ? 'message message_mine' : 'message',
      when: momentText(message.writtenAt),
    }));
  }
}
