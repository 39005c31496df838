/** What an org is, as far as rights depend on it. The model decides from these facts alone. */

/** Organisation-wide defaults of objects with owners. */
export type OrgDefault = 'Private' | 'Read' | 'ReadWrite';
/** What a grant of sharing gives. */
export type Level = 'Read' | 'Edit';

export interface MasterFacts {
  readonly object: string;
  /** API name of the master-detail field. */
  readonly field: string;
  /** Metadata `writeRequiresMasterRead`: read access to the master is enough to write its details. */
  readonly readIsEnough: boolean;
}

export interface ObjectFacts {
  readonly name: string;
  /** Objects with owners have defaults; details have a master instead. */
  readonly inside?: OrgDefault;
  readonly outside?: OrgDefault;
  readonly master?: MasterFacts;
}

/** `open`: rights are granted field by field. `required` and `name`: whoever reaches the object reads and writes them. `master`: read like these, written on insert alone. `formula`: granted, and never written. */
export interface FieldFacts { readonly name: string; readonly kind: 'open' | 'required' | 'name' | 'master' | 'formula'; }

export type ObjectRight = 'create' | 'read' | 'edit' | 'delete' | 'viewAll' | 'modifyAll' | 'viewAllFields';
export type FieldRight = 'read' | 'edit';

/** What a profile, a permission set or a muting permission set names. */
export interface Grants {
  readonly objects?: Readonly<Record<string, readonly ObjectRight[]>>;
  /** `Object.Field` to rights. */
  readonly fields?: Readonly<Record<string, readonly FieldRight[]>>;
  readonly viewAllData?: boolean;
  readonly modifyAllData?: boolean;
}

export interface PermissionSetGroupFacts { readonly sets: readonly string[]; readonly muting: Grants; }

/** Whom a grant, a membership or the source of a rule names. */
export type Party =
  | { readonly user: string }
  | { readonly role: string }
  | { readonly roleAndBelow: string }
  | { readonly roleAndBelowInside: string }
  | { readonly group: string }
  | { readonly queue: string }
  | { readonly everyone: 'inside' | 'partners' }
  /** Everybody in the partner role of an account, and below. */
  | { readonly partnerRole: string };

/** A public group. `bosses`: access is also granted up the hierarchies. */
export interface GroupFacts { readonly members: readonly Party[]; readonly bosses: boolean; }
export interface QueueFacts { readonly members: readonly string[]; readonly bosses: boolean; }

export interface PersonFacts {
  readonly profile: string;
  /** Absent for partner users, whose role follows from the account. */
  readonly role?: string;
  /** The partner account of a user outside. */
  readonly account?: string;
  readonly sets: readonly string[];
  readonly groups: readonly string[];
}

export interface SharingRuleFacts {
  readonly object: string;
  readonly name: string;
  readonly to: Party;
  readonly level: Level;
  /** Records owned by these... */
  readonly from?: Party;
  /** ... or those whose grade is this. */
  readonly grade?: string;
}

export interface ShareFacts { readonly to: Party; readonly level: Level; readonly by: 'hand' | 'apex'; }

export interface RecordFacts {
  readonly key: string;
  readonly object: string;
  /** What the record stands for: the name of its position in the matrix. */
  readonly position: string;
  /** Person or queue; details have none. */
  readonly owner?: string;
  readonly queue?: string;
  readonly grade: string;
  /** Key of the master record. */
  readonly master?: string;
  readonly shares: readonly ShareFacts[];
}

export interface World {
  readonly objects: readonly ObjectFacts[];
  readonly fields: (object: ObjectFacts) => readonly FieldFacts[];
  readonly profiles: Readonly<Record<string, Grants>>;
  readonly sets: Readonly<Record<string, Grants>>;
  readonly setGroups: Readonly<Record<string, PermissionSetGroupFacts>>;
  /** Role to the role above it. */
  readonly roles: Readonly<Record<string, string | null>>;
  /** Partner account to its owner. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, GroupFacts>>;
  readonly queues: Readonly<Record<string, QueueFacts>>;
  readonly people: Readonly<Record<string, PersonFacts>>;
  readonly rules: readonly SharingRuleFacts[];
  readonly records: readonly RecordFacts[];
}
