import { api, LightningElement } from 'lwc';
import searchLabel from '@salesforce/label/c.PRM_UI_Search';
import show from '@salesforce/label/c.PRM_UI_Show';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** People type several letters a second: asking after the pause is enough. */
const PAUSE_MS = 300;

/**
 * Search and choice above a list.
 * @fires PrmUiFilters#filter with `detail.search` and `detail.choice`
 */
export default class PrmUiFilters extends LightningElement {
  @api search = '';
  /** What the search looks through. */
  @api placeholder = '';
  @api choices: readonly Choice[] = [];
  @api choice = '';
  @api choiceLabel = show;

  labels = { searchLabel };
  private typed?: string;
  private timer?: ReturnType<typeof setTimeout>;

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get options(): (Choice & { selected: boolean })[] {
    return this.choices.map((each) => ({ ...each, selected: each.value === this.choice }));
  }

  get hasChoices(): boolean {
    return this.choices.length > 0;
  }

  handleInput(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for a pause in typing, ended with the component
    this.timer = setTimeout(() => this.tell(this.choice), PAUSE_MS);
  }

  /** Enter asks at once. */
  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.tell(this.choice);
  }

  handleChoice(event: Event): void {
    this.tell((event.target as HTMLSelectElement).value);
  }

  private tell(choice: string): void {
    clearTimeout(this.timer);
    const search = (this.typed ?? this.search).trim();
    if (search === this.search && choice === this.choice) return;
    this.dispatchEvent(new CustomEvent('filter', { detail: { search, choice } }));
  }
}
