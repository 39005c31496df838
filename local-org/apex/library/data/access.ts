/** AccessLevel, DMLOptions, savepoints, query locators. */
import type { DatabaseEngine } from '../../../database';
import type { PlatformClass } from '../../runtime/types';
import { ApexList, PlatformObject, required, type SObjectValue } from '../../runtime/values';
import { ApexIterator } from '../collections/iterator';

export class ApexAccessLevel extends PlatformObject {
  readonly apexType = 'AccessLevel';
  constructor(readonly mode: 'user' | 'system') {
    super();
  }
  override get equalityKey(): string {
    return `access:${this.mode}`;
  }
  override toString(): string {
    return this.mode === 'user' ? 'USER_MODE' : 'SYSTEM_MODE';
  }
}
const USER = new ApexAccessLevel('user');
const SYSTEM = new ApexAccessLevel('system');
export const modeOf = (level: ApexAccessLevel | null): 'user' | 'system' => required(level).mode;

export class ApexSavepoint extends PlatformObject {
  readonly apexType = 'Savepoint';
  released = false;
  /** An earlier savepoint was rolled back to: this one is no more (Apex Developer Guide, "Transaction Control"). */
  undone = false;
  constructor(readonly savepoint: ReturnType<DatabaseEngine['savepoint']>) {
    super();
  }
}

/** The rows a batch walks through, or a query for them. */
export class QueryLocator extends PlatformObject {
  readonly apexType = 'Database.QueryLocator';
  constructor(readonly text: string, readonly records: ApexList) {
    super();
  }
}

/** Database.DMLOptions: what may be set is an entry here; the other headers are refused by the compiler as unknown. */
export class DmlOptionsValue extends PlatformObject {
  readonly apexType: string = 'Database.DMLOptions';
  optAllOrNone: boolean | null = null;
  allowFieldTruncation: boolean | null = null;
  readonly duplicateRuleHeader = new DuplicateRuleHeader();
}
export class DuplicateRuleHeader extends PlatformObject {
  readonly apexType = 'Database.DMLOptions.DuplicateRuleHeader';
  allowSave: boolean | null = null;
  runAsCurrentUser: boolean | null = null;
}

export const ACCESS: readonly PlatformClass[] = [
  { name: 'AccessLevel', members: { 'static AccessLevel USER_MODE { get; }': () => USER, 'static AccessLevel SYSTEM_MODE { get; }': () => SYSTEM } },
  { name: 'Savepoint' },
  {
    name: 'Database.QueryLocator',
    members: {
      'String getQuery()': (_x, locator: QueryLocator) => locator.text,
      'Database.QueryLocatorIterator iterator()': (_x, locator: QueryLocator) => new ApexIterator(locator.records.items),
    },
  },
  { name: 'Database.QueryLocatorIterator', implements: ['Iterator<SObject>'], members: { 'Boolean hasNext()': (_x, it: ApexIterator) => it.hasNextValue(), 'SObject next()': (_x, it: ApexIterator): SObjectValue => it.nextValue() } },
  {
    name: 'Database.DMLOptions',
    members: {
      'new()': () => new DmlOptionsValue(),
      'Boolean optAllOrNone { get; set; }': property('optAllOrNone'),
      'Database.DMLOptions.DuplicateRuleHeader duplicateRuleHeader { get; }': (_x, options: DmlOptionsValue) => options.duplicateRuleHeader,
    },
  },
  { name: 'Database.DMLOptions.DuplicateRuleHeader', members: { 'Boolean allowSave { get; set; }': property('allowSave'), 'Boolean runAsCurrentUser { get; set; }': property('runAsCurrentUser') } },
];

/** A property that is read without and written with a value. */
export function property(name: string) {
  return (_x: unknown, target: Record<string, unknown>, ...value: unknown[]): unknown => {
    if (value.length > 0) target[name] = value[0];
    return target[name] ?? null;
  };
}
