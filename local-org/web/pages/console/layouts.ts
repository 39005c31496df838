/** Page layouts: sections of fields and related lists of an object; sensible ones where the project ships none. */
import { SourceError, type ChildRelationship, type MetadataComponent, type ObjectModel, type OrgModel, type XmlElement } from '../../../schema';
import type { Json } from '../types';

interface Section { readonly label: string; readonly columns: readonly (readonly string[])[]; readonly [key: string]: Json }
interface RelatedList { readonly name: string; readonly label: string; readonly object: string; readonly columns: readonly string[]; readonly [key: string]: Json }

/** Layouts are named `Object-Layout Name`; the first by name stands in for the profile's assignment. */
function layoutOf(org: OrgModel, object: ObjectModel): MetadataComponent | undefined {
  return [...(org.components.get('Layout')?.values() ?? [])].filter((layout) => layout.fullName.startsWith(`${object.name}-`)).sort((a, b) => (a.fullName < b.fullName ? -1 : 1))[0];
}

const SYSTEM = new Set(['Id', 'IsDeleted', 'SystemModstamp', 'LastActivityDate', 'LastViewedDate', 'LastReferencedDate', 'CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);

function layoutFields(object: ObjectModel, column: XmlElement): string[] {
  return column.all('layoutItems').flatMap((item) => {
    const name = item.value('field');
    if (!name) return [];
    const field = object.field(name);
    if (!field) throw new SourceError(`The layout names the field "${name}", which does not exist on ${object.name}.`, item.position);
    return [field.name];
  });
}

function shipped(object: ObjectModel, root: XmlElement): Section[] {
  return root
    .all('layoutSections')
    .filter((section) => section.value('style') !== 'CustomLinks')
    .map((section) => ({ label: section.value('label') ?? '', columns: section.all('layoutColumns').map((column) => layoutFields(object, column)) }))
    .filter((section) => section.columns.some((column) => column.length > 0));
}

/** All fields that people read, in two columns, and the system fields below. */
function made(object: ObjectModel): Section[] {
  const names = [...object.fields.values()].filter((field) => !SYSTEM.has(field.name) && !field.componentOf && field.type !== 'base64').map((field) => field.name);
  const half = Math.ceil(names.length / 2);
  const system = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'].filter((name) => object.field(name));
  return [
    { label: 'Information', columns: [names.slice(0, half), names.slice(half)] },
    ...(system.length > 0 ? [{ label: 'System Information', columns: [system.slice(0, 2), system.slice(2)] }] : []),
  ];
}

export function detailSections(org: OrgModel, object: ObjectModel): readonly Section[] {
  const layout = layoutOf(org, object);
  return layout ? shipped(object, layout.root) : made(object);
}

function listOf(org: OrgModel, child: ChildRelationship, columns: readonly string[]): RelatedList | undefined {
  const object = org.object(child.childObject);
  if (!object || !child.relationshipName) return undefined;
  const listView = object.listViews[0]?.columns.flatMap((column) => object.field(column)?.name ?? []) ?? [];
  const names = columns.length > 0 ? columns : [object.nameField ?? 'Id', ...listView.filter((name) => name !== object.nameField).slice(0, 3)];
  return { name: child.relationshipName, label: object.pluralLabel, object: object.name, columns: [...names] };
}

/** `Line__c.Shipment__c` names the child's lookup; standard lists bear the relationship's own name. */
function layoutList(org: OrgModel, object: ObjectModel, element: XmlElement): RelatedList[] {
  const name = element.value('relatedList') ?? '';
  const [childObject, field] = name.split('.');
  const child = object.childRelationships.find((each) => (field ? each.childObject === childObject && each.field === field : each.relationshipName === name));
  const target = child && org.object(child.childObject);
  const columns = element.all('fields').flatMap(({ text }) => (text === 'NAME' ? (target?.nameField ?? []) : (target?.field(text)?.name ?? [])));
  return child ? [listOf(org, child, columns)].filter((list) => list !== undefined) : [];
}

/** Related lists of the layout; without one, of all child relationships of the project's objects. One alone by name. */
export function relatedLists(org: OrgModel, object: ObjectModel, only?: string): readonly RelatedList[] {
  if (only) {
    const child = object.childRelationship(only);
    const list = child && listOf(org, child, []);
    return list ? [list] : [];
  }
  const layout = layoutOf(org, object);
  if (layout) return layout.root.all('relatedLists').flatMap((element) => layoutList(org, object, element));
  return object.childRelationships.filter((child) => org.object(child.childObject)?.kind === 'custom').flatMap((child) => listOf(org, child, []) ?? []);
}
