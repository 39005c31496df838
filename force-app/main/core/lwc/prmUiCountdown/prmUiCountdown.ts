import { api, LightningElement } from 'lwc';
import due from '@salesforce/label/c.PRM_UI_Time_Due';
import left from '@salesforce/label/c.PRM_UI_Time_Left';
import over from '@salesforce/label/c.PRM_UI_Time_Over';
import halfGone from '@salesforce/label/c.PRM_UI_Half_Gone';
import nearlyGone from '@salesforce/label/c.PRM_UI_Nearly_Gone';
import { onTick } from 'c/prmUiClock';
import { fill } from 'c/prmUiText';
import { exactMoment, phaseOf, spanText, toMillis, type Phase } from 'c/prmUiTime';

const ICONS: Readonly<Record<Phase, string>> = { neutral: 'utility:clock', warning: 'utility:warning', error: 'utility:warning', over: 'utility:ban' };

/**
 * Time left until a moment. Turns to a warning at half of the time and to an error at nine tenths.
 * @fires PrmUiCountdown#expire once, when the moment has come while the component is shown
 */
export default class PrmUiCountdown extends LightningElement {
  /** Moment at which the time is up, ISO 8601. */
  @api dueAt?: string | null;
  /** Moment at which the time began; without it there are no thresholds. */
  @api startedAt?: string | null;

  now = Date.now();
  /** What the live region says: thresholds, never minutes. */
  announcement = '';
  private stop?: () => void;

  connectedCallback(): void {
    this.now = Date.now();
    this.stop = onTick((now) => this.tick(now));
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  private tick(now: number): void {
    const before = this.phase;
    this.now = now;
    const after = this.phase;
    if (before === after) return;
    this.announcement = after === 'over' ? over : fill(after === 'error' ? nearlyGone : halfGone, this.text);
    if (after === 'over') this.dispatchEvent(new CustomEvent('expire'));
  }

  private get due(): number | undefined {
    return toMillis(this.dueAt);
  }

  private get phase(): Phase {
    return this.due === undefined ? 'neutral' : phaseOf(toMillis(this.startedAt), this.due, this.now);
  }

  get shown(): boolean {
    return this.due !== undefined;
  }

  get text(): string {
    if (this.due === undefined) return '';
    return this.phase === 'over' ? over : fill(left, spanText(this.due - this.now));
  }

  get exact(): string {
    return this.due === undefined ? '' : fill(due, exactMoment(this.due));
  }

  get classes(): string {
    return `countdown countdown_${this.phase}`;
  }

  get icon(): string {
    return ICONS[this.phase];
  }

  get iconVariant(): string {
    return this.phase === 'warning' ? 'warning' : this.phase === 'neutral' ? '' : 'error';
  }
}
