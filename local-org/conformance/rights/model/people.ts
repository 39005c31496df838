/** Who belongs to whom: roles, the people above, members of parties. */
import type { Party, World } from './facts';

export class People {
  private readonly above = new Map<string, ReadonlySet<string>>();

  constructor(private readonly world: World) {}

  isOutside(person: string): boolean {
    return this.world.people[person]?.account !== undefined;
  }

  /** The role of a person; a partner account is a role of its own (rule partnerRoles). */
  private roleOf(person: string): string | undefined {
    const facts = this.world.people[person];
    return facts?.account ? partnerRole(facts.account) : facts?.role;
  }

  private roleAbove(role: string): string | undefined {
    for (const [account, owner] of Object.entries(this.world.accounts)) if (role === partnerRole(account)) return this.roleOf(owner);
    return this.world.roles[role] ?? undefined;
  }

  private isBelow(role: string, upper: string): boolean {
    for (let at = this.roleAbove(role); at; at = this.roleAbove(at)) if (at === upper) return true;
    return false;
  }

  /** Rule hierarchy: the people in roles above the role of `person`. */
  superiors(person: string): ReadonlySet<string> {
    let found = this.above.get(person);
    if (!found) {
      const role = this.roleOf(person);
      found = new Set(Object.keys(this.world.people).filter((each) => {
        const upper = this.roleOf(each);
        return role !== undefined && upper !== undefined && this.isBelow(role, upper);
      }));
      this.above.set(person, found);
    }
    return found;
  }

  /** The people that a party names, without those above them. */
  members(party: Party): ReadonlySet<string> {
    const everybody = Object.keys(this.world.people);
    if ('user' in party) return new Set([party.user]);
    if ('role' in party) return new Set(everybody.filter((each) => this.roleOf(each) === party.role));
    if ('roleAndBelow' in party) return new Set(everybody.filter((each) => this.inOrBelow(each, party.roleAndBelow)));
    if ('roleAndBelowInside' in party) return new Set(everybody.filter((each) => !this.isOutside(each) && this.inOrBelow(each, party.roleAndBelowInside)));
    if ('partnerRole' in party) return new Set(everybody.filter((each) => this.inOrBelow(each, partnerRole(party.partnerRole))));
    if ('everyone' in party) return new Set(everybody.filter((each) => this.isOutside(each) === (party.everyone === 'partners')));
    if ('queue' in party) return new Set(this.world.queues[party.queue]?.members ?? []);
    return new Set((this.world.groups[party.group]?.members ?? []).flatMap((member) => [...this.members(member)]));
  }

  private inOrBelow(person: string, role: string): boolean {
    const own = this.roleOf(person);
    return own !== undefined && (own === role || this.isBelow(own, role));
  }

  /** Who has what is given to a party: its members, and those above them unless the group says no (rules hierarchy, groups). */
  holders(party: Party): ReadonlySet<string> {
    const members = this.members(party);
    const silent = ('group' in party && this.world.groups[party.group]?.bosses === false) || ('queue' in party && this.world.queues[party.queue]?.bosses === false);
    return silent ? members : new Set([...members, ...[...members].flatMap((member) => [...this.superiors(member)])]);
  }
}

const partnerRole = (account: string): string => `partner role of ${account}`;
