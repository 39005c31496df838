/** An object while the model is being built, and its frozen form. */
import { SourceError } from '../errors';
import type { ChildRelationship, FieldModel, ObjectKind, ObjectModel, SharingModel } from '../types';
import type { Draft, FieldDraft, FieldSpec } from './field';
import { labelOf, makeField } from './field';

type Lists = 'recordTypes' | 'validationRules' | 'listViews' | 'childRelationships' | 'actionOverrides' | 'sharingReasons' | 'compactLayoutFields';
type Own = Omit<ObjectModel, 'fields' | 'field' | 'relationship' | 'childRelationship' | Lists>;

/** Mutable while readers add to it; `freeze` gives what the floors above see. */
export class ObjectBuilder {
  readonly own: Draft<Own>;
  readonly fields = new Map<string, FieldDraft>();
  readonly recordTypes: ObjectModel['recordTypes'][number][] = [];
  readonly validationRules: ObjectModel['validationRules'][number][] = [];
  readonly listViews: ObjectModel['listViews'][number][] = [];
  readonly childRelationships: ChildRelationship[] = [];
  readonly actionOverrides: ObjectModel['actionOverrides'][number][] = [];
  readonly sharingReasons: ObjectModel['sharingReasons'][number][] = [];
  readonly fieldSets: NonNullable<ObjectModel['fieldSets']>[number][] = [];
  compactLayoutFields: readonly string[] = [];
  /** Compact layouts by name, until the object says which one it uses. */
  readonly compactLayouts = new Map<string, readonly string[]>();
  compactLayoutAssignment?: string;
  activities = false;
  /** The standard object whose rows this one shares. */
  shareOf?: string;

  constructor(name: string, kind: ObjectKind, init: Partial<Draft<Own>> = {}) {
    this.own = {
      name,
      label: labelOf(name),
      pluralLabel: `${labelOf(name)}s`,
      kind,
      custom: kind !== 'standard' && kind !== 'share',
      keyPrefix: '',
      sharingModel: 'ReadWrite',
      externalSharingModel: 'Private',
      ...init,
    };
  }

  get name(): string {
    return this.own.name;
  }

  /** Adds a field; a second one of the same name is an error of the source. */
  add({ feature: _, ...spec }: FieldSpec & { readonly feature?: string }): FieldDraft {
    const key = spec.name.toLowerCase();
    if (this.fields.has(key)) throw new SourceError(`The field ${this.name}.${spec.name} is defined twice.`, spec.position);
    const field = makeField(this.name, spec);
    this.fields.set(key, field);
    return field;
  }

  field(name: string): FieldDraft | undefined {
    return this.fields.get(name.toLowerCase());
  }

  freeze(): ObjectModel {
    const fields = new Map<string, FieldModel>();
    for (const [key, field] of this.fields) fields.set(key, Object.freeze(field));
    return new FrozenObject(this, fields);
  }
}

class FrozenObject implements ObjectModel {
  declare readonly name: string;
  declare readonly label: string;
  declare readonly pluralLabel: string;
  declare readonly kind: ObjectKind;
  declare readonly custom: boolean;
  declare readonly keyPrefix: string;
  declare readonly sharingModel: SharingModel;
  declare readonly externalSharingModel: SharingModel;
  readonly recordTypes: ObjectModel['recordTypes'];
  readonly validationRules: ObjectModel['validationRules'];
  readonly listViews: ObjectModel['listViews'];
  readonly childRelationships: ObjectModel['childRelationships'];
  readonly actionOverrides: ObjectModel['actionOverrides'];
  readonly sharingReasons: ObjectModel['sharingReasons'];
  readonly compactLayoutFields: readonly string[];
  readonly fieldSets: NonNullable<ObjectModel['fieldSets']>;
  readonly #relationships = new Map<string, FieldModel>();
  readonly #children = new Map<string, ChildRelationship>();

  constructor(
    builder: ObjectBuilder,
    readonly fields: ReadonlyMap<string, FieldModel>
  ) {
    Object.assign(this, builder.own);
    this.recordTypes = Object.freeze(builder.recordTypes);
    this.validationRules = Object.freeze(builder.validationRules);
    this.listViews = Object.freeze(builder.listViews);
    this.childRelationships = Object.freeze(builder.childRelationships);
    this.actionOverrides = Object.freeze(builder.actionOverrides);
    this.sharingReasons = Object.freeze(builder.sharingReasons);
    this.compactLayoutFields = Object.freeze([...builder.compactLayoutFields]);
    this.fieldSets = Object.freeze(builder.fieldSets);
    for (const field of fields.values()) {
      const name = field.reference?.relationshipName;
      if (name) this.#relationships.set(name.toLowerCase(), field);
    }
    for (const child of this.childRelationships) if (child.relationshipName) this.#children.set(child.relationshipName.toLowerCase(), child);
    Object.freeze(this);
  }

  field(name: string): FieldModel | undefined {
    return this.fields.get(name.toLowerCase());
  }

  relationship(name: string): FieldModel | undefined {
    return this.#relationships.get(name.toLowerCase());
  }

  childRelationship(name: string): ChildRelationship | undefined {
    return this.#children.get(name.toLowerCase());
  }
}
