/** Objects of the org, and the fields of one. */
import { PlatformError, type FieldModel } from '../../schema';
import type { OrgRequest, Platform } from '../../server';
import { count, DEVELOPER, markup, table, type Markup } from './layout';

export function objectList(_request: OrgRequest, platform: Platform): Markup {
  const objects = [...platform.org.objects.values()].filter((object) => !object.toolingOnly).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const rows = objects.map((object) => [markup`<a href="${DEVELOPER}/objects/${encodeURIComponent(object.name)}">${object.name}</a>`, object.label, object.kind, object.keyPrefix, object.fields.size, object.sharingModel, object.externalSharingModel]);
  return markup`<p class="slds-m-bottom_small">${count(objects.length, 'object')}.</p>${table('Objects', ['Name', 'Label', 'Kind', 'Key prefix', 'Fields', 'Sharing inside', 'Sharing outside'], rows)}`;
}

export function objectNamed(request: OrgRequest, platform: Platform): string {
  const object = platform.org.object(request.params['object'] ?? '');
  if (!object) throw new PlatformError('NOT_FOUND', 'There is no such object.');
  return object.name;
}

export function fieldList(request: OrgRequest, platform: Platform): Markup {
  const name = objectNamed(request, platform);
  const object = platform.org.object(name);
  const fields = [...(object?.fields.values() ?? [])];
  const query = `SELECT ${fields.filter((field) => !['address', 'location', 'base64'].includes(field.type)).slice(0, 8).map((field) => field.name).join(', ')} FROM ${name}`;
  const rows = fields.map((field) => [field.name, field.label, typeOf(field), marksOf(field), field.helpText ?? field.description ?? '']);
  const children = (object?.childRelationships ?? []).filter((each) => each.relationshipName).map((each) => [each.relationshipName, markup`<a href="${DEVELOPER}/objects/${encodeURIComponent(each.childObject)}">${each.childObject}</a>`, each.field]);
  return markup`<p class="slds-m-bottom_small"><a href="${DEVELOPER}/query?${new URLSearchParams({ q: query }).toString()}">Query ${name}</a></p>
<h2 class="slds-text-heading_medium slds-m-bottom_small">${count(fields.length, 'field')}</h2>${table(`Fields of ${name}`, ['Name', 'Label', 'Type', 'Marks', 'Help'], rows)}
<h2 class="slds-text-heading_medium slds-m-vertical_small">${count(children.length, 'child relationship')}</h2>${children.length ? table(`Child relationships of ${name}`, ['Relationship', 'Object', 'Field'], children) : ''}`;
}

function typeOf(field: FieldModel): string {
  if (field.reference) return `${field.type} to ${field.reference.to.join(', ')}`;
  return ['string', 'textarea'].includes(field.type) ? `${field.type} (${field.length})` : field.type;
}

function marksOf(field: FieldModel): string {
  const marks: readonly [boolean, string][] = [[field.required, 'required'], [field.unique, 'unique'], [field.externalId, 'external id'], [field.calculated, 'calculated'], [!field.updateable, 'not editable']];
  return marks.filter(([holds]) => holds).map(([, mark]) => mark).join(', ');
}
