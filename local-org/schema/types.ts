/** The typed model of an org: what every floor above reads. Built once from metadata, never changed. */
import type { Position } from './errors';

/** Field types as describe names them. */
export type FieldType =
  | 'id' | 'string' | 'textarea' | 'boolean' | 'int' | 'long' | 'double' | 'currency' | 'percent' | 'date' | 'datetime' | 'time'
  | 'picklist' | 'multipicklist' | 'reference' | 'email' | 'phone' | 'url' | 'base64' | 'address' | 'location' | 'anyType' | 'combobox' | 'encryptedstring';

export type ObjectKind = 'standard' | 'custom' | 'customMetadata' | 'platformEvent' | 'customSetting' | 'share';

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'FullAccess' | 'ControlledByParent' | 'ControlledByLeadOrContact' | 'ControlledByCampaign';

export interface PicklistValue { readonly value: string; readonly label: string; readonly isDefault: boolean; readonly active: boolean; /** Dependent picklists: values of the controlling field for which this one is offered. */ readonly validFor?: readonly string[]; /** Status values: whether they close the record, where the value set says so. */ readonly closed?: boolean; }

export interface ReferenceModel {
  /** Canonical API names of the objects it may point to; more than one is polymorphic. */
  readonly to: readonly string[];
  readonly kind: 'lookup' | 'masterDetail' | 'hierarchy';
  /** Name used upward in SOQL: `Shipment__r`, `Owner`. */
  readonly relationshipName?: string;
  /** Name used downward in SOQL sub-queries: `Parcels__r`, `Contacts`. */
  readonly childRelationshipName?: string;
  readonly deleteConstraint: 'SetNull' | 'Restrict' | 'Cascade';
  readonly writeRequiresMasterRead: boolean;
  readonly reparentable: boolean;
}

export interface FilterItem { readonly field: string; readonly operation: string; readonly value?: string; readonly valueField?: string; }

export interface SummaryModel {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  /** Master-detail field on the child. */
  readonly foreignKey: string;
  readonly summarizedField?: string;
  readonly filters: readonly FilterItem[];
}

export interface FieldModel {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  readonly description?: string;
  readonly helpText?: string;
  /** Characters, for text types; 0 otherwise. */
  readonly length: number;
  /** Digits in all and after the point, for number types. */
  readonly precision: number;
  readonly scale: number;
  /** Must have a value after the before triggers ran (universally required, or a standard field that is not nillable). */
  readonly required: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  /** Source of a formula that gives the default; literal defaults are formulas too. */
  readonly defaultFormula?: string;
  readonly formula?: string;
  readonly formulaBlanks: 'asZero' | 'asBlank';
  readonly autoNumber?: { readonly format: string };
  readonly summary?: SummaryModel;
  readonly reference?: ReferenceModel;
  readonly picklist?: { readonly restricted: boolean; readonly values: readonly PicklistValue[]; readonly controllingField?: string };
  /** A compound field (Name of Lead, MailingAddress): its components in order. It has no column of its own. */
  readonly components?: readonly string[];
  /** The compound this field is a component of. */
  readonly componentOf?: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  /** Formula, roll-up or compound: nothing writes it. */
  readonly calculated: boolean;
  readonly html: boolean;
  /** May be empty, as describe says; false for what the platform itself always fills (Id, CreatedDate, OwnerId). */
  readonly nillable?: boolean;
  /** The platform gives a value on create when the caller gives none (OwnerId, checkboxes, fields with a default). */
  readonly defaultedOnCreate?: boolean;
  /** A polymorphic or set-up name this field keeps instead of an id: metadata relationships of custom metadata types. */
  readonly metadataRelationship?: { readonly to: string; readonly controllingField?: string };
  readonly position?: Position;
}

export interface ValidationRule { readonly name: string; readonly active: boolean; readonly formula: string; readonly message: string; readonly field?: string; readonly position?: Position; }
export interface RecordType { readonly developerName: string; readonly label: string; readonly active: boolean; readonly picklists: ReadonlyMap<string, readonly PicklistValue[]>; }
export interface ListView { readonly name: string; readonly label: string; readonly columns: readonly string[]; readonly filterScope: string; readonly filters: readonly FilterItem[]; readonly booleanFilter?: string; }
export interface ChildRelationship { readonly childObject: string; readonly field: string; readonly relationshipName?: string; readonly cascadeDelete: boolean; readonly restrictedDelete: boolean; }
export interface ActionOverride { readonly action: string; readonly type: string; readonly content?: string; readonly formFactor?: string; }

export interface ObjectModel {
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly kind: ObjectKind;
  readonly custom: boolean;
  readonly description?: string;
  /** Three characters that begin each of its record ids. */
  readonly keyPrefix: string;
  /** Own fields and standard system fields, by API name in lower case. */
  readonly fields: ReadonlyMap<string, FieldModel>;
  /** API name of the field that names a record. */
  readonly nameField?: string;
  readonly sharingModel: SharingModel;
  readonly externalSharingModel: SharingModel;
  readonly recordTypes: readonly RecordType[];
  readonly validationRules: readonly ValidationRule[];
  readonly listViews: readonly ListView[];
  readonly childRelationships: readonly ChildRelationship[];
  readonly actionOverrides: readonly ActionOverride[];
  readonly sharingReasons: readonly { readonly name: string; readonly label: string }[];
  readonly compactLayoutFields: readonly string[];
  readonly fieldSets?: readonly { readonly name: string; readonly label: string; readonly fields: readonly string[] }[];
  /** Platform events: when publishing takes effect. */
  readonly publishBehavior?: 'PublishAfterCommit' | 'PublishImmediately';
  /** Known to the Tooling API alone: neither SOQL of Apex nor the REST API has it. */
  readonly toolingOnly?: boolean;
  readonly position?: Position;
  field(name: string): FieldModel | undefined;
  /** The reference field whose upward relationship bears this name, any case. */
  relationship(name: string): FieldModel | undefined;
  /** The child relationship of this name, any case. */
  childRelationship(name: string): ChildRelationship | undefined;
}

/** A custom metadata record as deployed. Values keep the database value forms of `database`. */
export interface CustomMetadataRecord { readonly object: string; readonly developerName: string; readonly label: string; readonly protected: boolean; readonly values: ReadonlyMap<string, string | number | boolean | null>; readonly position: Position; }

/** One Apex source file. */
export interface ApexSource { readonly name: string; readonly kind: 'class' | 'trigger'; readonly file: string; readonly text: string; readonly apiVersion: number; readonly active: boolean; }

/** A Lightning web component bundle: its folder and what its js-meta.xml says. */
export interface LwcBundle {
  readonly name: string;
  readonly folder: string;
  readonly apiVersion: number;
  readonly isExposed: boolean;
  readonly label?: string;
  readonly targets: readonly string[];
  readonly properties: readonly { readonly target: string; readonly name: string; readonly type: string; readonly default?: string; readonly required: boolean }[];
}

/**
 * A parsed element of a metadata file, for types whose reader is on an upper floor (security, web).
 * Names are kept as written; `text` is trimmed.
 */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly position: Position;
  child(name: string): XmlElement | undefined;
  all(name: string): readonly XmlElement[];
  /** Text of the child, or undefined. */
  value(name: string): string | undefined;
}

/** Every other component, held as parsed XML by metadata type: PermissionSet, SharingRules, CustomApplication, FlexiPage ... */
export interface MetadataComponent { readonly type: string; readonly fullName: string; readonly file: string; readonly root: XmlElement; }

export interface OrgModel {
  /** Absolute folder of the SFDX project. */
  readonly projectDir: string;
  readonly apiVersion: number;
  /** What the org has switched on; nothing when absent. */
  readonly features?: ReadonlySet<string>;
  readonly objects: ReadonlyMap<string, ObjectModel>;
  readonly customMetadata: readonly CustomMetadataRecord[];
  readonly apex: readonly ApexSource[];
  readonly lwc: ReadonlyMap<string, LwcBundle>;
  /** Custom labels by full name in lower case. */
  readonly labels: ReadonlyMap<string, { readonly name: string; readonly value: string }>;
  /** Components by metadata type name, then by full name. */
  readonly components: ReadonlyMap<string, ReadonlyMap<string, MetadataComponent>>;
  /** Experience workspaces: absolute folders under digitalExperiences/site. */
  readonly sites: readonly { readonly name: string; readonly folder: string }[];
  /** Static resources: name, absolute content file or folder, content type. */
  readonly staticResources: ReadonlyMap<string, { readonly name: string; readonly path: string; readonly contentType: string }>;
  /** Object by API name in any case. */
  object(name: string): ObjectModel | undefined;
  /** Object by the first three characters of a record id. */
  objectOfId(id: string): ObjectModel | undefined;
  component(type: string, fullName: string): MetadataComponent | undefined;
}

/** Options an org shape may set before the model is built (DESIGN.md section 4). */
export interface OrgShape {
  readonly defaults?: Readonly<Record<string, { internal: SharingModel; external: SharingModel }>>;
  readonly features?: readonly string[];
}
