/** People of the demo at their pages: who they are, and the door through which a page calls Apex. */
import { connect, SeedError } from '../../seed/connection';
import type { Persona } from '../../seed/load/index';

/** What a controller answers for a page of a list. */
export interface Page { readonly items: readonly { readonly id: string }[]; }

export class People {
  private readonly tokens = new Map<string, string>();

  constructor(readonly instanceUrl: string, readonly personas: readonly Persona[]) {}

  /** The first person of each partner, in the order of the personas. */
  partners(): Persona[] {
    const first = new Map<string, Persona>();
    for (const person of this.personas) if (person.account && !first.has(person.account)) first.set(person.account, person);
    return [...first.values()];
  }

  /** The first of ours in a role. */
  staff(persona: string): Persona {
    const found = this.personas.find((each) => each.persona === persona);
    if (!found) throw new SeedError(`The demo has no ${persona}.`);
    return found;
  }

  /** The first person of a partner. */
  partner(account: string): Persona {
    const found = this.partners().find((each) => each.account === account);
    if (!found) throw new SeedError(`The demo has no partner ${account}.`);
    return found;
  }

  /** Calls an @AuraEnabled method as a person who is logged in, as a page of the local org does. */
  async call<T>(person: Persona, method: string, args: Record<string, unknown>): Promise<T> {
    const [className, name] = method.split('.');
    const response = await fetch(`${this.instanceUrl}/web/apex/${className}/${name}`, { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await this.token(person)}` }, body: JSON.stringify(args) });
    const answer: unknown = await response.json();
    if (!response.ok) throw new SeedError(`${method} answered ${response.status}: ${JSON.stringify(answer)}`);
    return (answer as { returnValue: T }).returnValue;
  }

  private async token(person: Persona): Promise<string> {
    const known = this.tokens.get(person.username);
    if (known) return known;
    const { accessToken } = await connect({ instanceUrl: this.instanceUrl, username: person.username, password: person.password });
    this.tokens.set(person.username, accessToken ?? '');
    return accessToken ?? '';
  }
}
