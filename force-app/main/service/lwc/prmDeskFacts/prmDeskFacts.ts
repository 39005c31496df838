import { api, LightningElement } from 'lwc';

export interface Fact {
  readonly label: string;
  readonly value?: string | null | undefined;
}

/** Facts of a record, a name and a value each; what is empty is left out. */
export default class PrmDeskFacts extends LightningElement {
  @api facts: readonly Fact[] = [];

  get known(): readonly Fact[] {
    return this.facts.filter(({ value }) => Boolean(value));
  }
}
