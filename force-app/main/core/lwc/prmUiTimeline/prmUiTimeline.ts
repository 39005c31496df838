import { api, LightningElement } from 'lwc';
import { joined } from 'c/prmUiText';
import { momentText } from 'c/prmUiTime';

export interface TimelineItem {
  readonly id: string;
  readonly title: string;
  readonly text?: string | null;
  readonly at?: string | null;
  readonly author?: string | null;
}

/** What happened, in the order given. */
export default class PrmUiTimeline extends LightningElement {
  @api items: readonly TimelineItem[] = [];
  /** Name of the list for screen readers. */
  @api label = '';

  get entries(): (TimelineItem & { byline: string })[] {
    return this.items.map((item) => ({ ...item, byline: joined(' · ', momentText(item.at), item.author) }));
  }
}
