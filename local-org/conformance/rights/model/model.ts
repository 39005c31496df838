/** What each operation needs: object rights, field rights and record access together. Imports nothing of the local org. */
import type { FieldFacts, Level, ObjectFacts, OrgDefault, RecordFacts, World } from './facts';
import { Records } from './records';
import type { Verdict } from './rights';
import type { RuleName } from './rules';

/** The first that refuses, else the last that allows. */
function all(...verdicts: readonly (() => Verdict)[]): Verdict {
  const given: RuleName[] = [];
  let last: Verdict | undefined;
  for (const ask of verdicts) {
    if (last) given.push(last.rule);
    last = ask();
    if (!last.allowed) return last;
  }
  if (!last) throw new Error('Nothing was asked');
  return { ...last, besides: given };
}

export class RightsModel {
  private readonly records: Records;

  constructor(world: World) {
    this.records = new Records(world);
  }

  /** Reading a field of a record as the user. */
  reads(person: string, record: RecordFacts, field: FieldFacts): Verdict {
    const { object, rights } = this.asked(person, record);
    return all(() => rights.object(object, 'read'), () => rights.field(object, field, 'read'), () => this.records.may(person, record, 'read'));
  }

  /** Changing a field of a record as the user. */
  updates(person: string, record: RecordFacts, field: FieldFacts): Verdict {
    const { object, rights } = this.asked(person, record);
    return all(() => rights.object(object, 'edit'), () => rights.field(object, field, 'edit'), () => this.records.may(person, record, 'edit'));
  }

  deletes(person: string, record: RecordFacts): Verdict {
    const { object, rights } = this.asked(person, record);
    return all(() => rights.object(object, 'delete'), () => this.records.may(person, record, 'full'));
  }

  /** Giving a record to another owner. */
  transfers(person: string, record: RecordFacts): Verdict {
    const { object, rights } = this.asked(person, record);
    return all(() => rights.object(object, 'edit'), () => this.records.may(person, record, 'full'));
  }

  /** Making a record that sets `field`; a detail under `master`. */
  inserts(person: string, objectName: string, field: FieldFacts, master?: RecordFacts): Verdict {
    const object = this.records.object(objectName);
    const rights = this.records.rightsOf(person);
    const verdicts = [(): Verdict => rights.object(object, 'create'), (): Verdict => rights.field(object, field, 'edit')];
    if (master) verdicts.push(() => this.underMaster(person, object, master));
    return all(...verdicts);
  }

  private underMaster(person: string, object: ObjectFacts, master: RecordFacts): Verdict {
    const enough = object.master?.readIsEnough ?? false;
    return { allowed: this.records.may(person, master, enough ? 'read' : 'edit').allowed, rule: enough ? 'writeRequiresMasterRead' : 'details' };
  }

  /** Sharing a record by hand, at a level. */
  shares(person: string, record: RecordFacts, level: Level): Verdict {
    const object = this.records.object(record.object);
    // Where one of the two defaults gives less, there are users to whom the share gives more.
    const gives = (model: OrgDefault | undefined): boolean => model === 'ReadWrite' || (model === 'Read' && level === 'Read');
    if (gives(object.inside) && gives(object.outside)) return { allowed: false, rule: 'trivialShares' };
    const { allowed } = this.records.may(person, record, 'full');
    return { allowed, rule: 'manualShares' };
  }

  /** Writing a share with a reason, otherwise than by Apex without sharing. */
  sharesWithReason(person: string): Verdict {
    return { allowed: this.records.rightsOf(person).modifyAllData, rule: 'apexShares' };
  }

  /** In system mode with sharing. */
  sees(person: string, record: RecordFacts): Verdict {
    return { allowed: this.records.may(person, record, 'read').allowed, rule: 'systemMode' };
  }

  changes(person: string, record: RecordFacts): Verdict {
    return { allowed: this.records.may(person, record, 'edit').allowed, rule: 'systemMode' };
  }

  removes(person: string, record: RecordFacts): Verdict {
    return { allowed: this.records.may(person, record, 'full').allowed, rule: 'systemMode' };
  }

  mayEditObject(person: string, object: ObjectFacts): boolean {
    return this.records.rightsOf(person).object(object, 'edit').allowed;
  }

  isOutside(person: string): boolean {
    return this.records.people.isOutside(person);
  }

  private asked(person: string, record: RecordFacts): { object: ObjectFacts; rights: ReturnType<Records['rightsOf']> } {
    return { object: this.records.object(record.object), rights: this.records.rightsOf(person) };
  }
}
