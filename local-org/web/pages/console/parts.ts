/**
 * Standard components of Lightning pages. One entry: which properties it takes, which of them name facets,
 * and what the client must be told from the org's metadata.
 */
import { NotModelledError, SourceError, type ObjectModel, type OrgModel, type Position } from '../../../schema';
import type { Json } from '../types';
import { detailSections, relatedLists } from './layouts';
import { pathOf } from './paths';
import { sanitizeRichText } from '../rich-text';

export interface PartContext { readonly org: OrgModel; readonly object?: ObjectModel; }
type Values = Readonly<Record<string, Json>>;

export interface StandardPart {
  readonly properties: readonly string[];
  readonly slots?: readonly string[];
  resolve(values: Values, context: PartContext, position: Position): Record<string, Json>;
}

function objectOf(context: PartContext, position: Position): ObjectModel {
  if (!context.object) throw new SourceError('This component needs a record page.', position);
  return context.object;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const isTrue = (value: Json | undefined): boolean => value === 'true';
const count = (value: Json | undefined, fallback: number): number => (/^\d+$/.test(text(value)) ? Number(value) : fallback);

/** Labels of the tabs that the platform names itself. */
const STANDARD_LABELS: Readonly<Record<string, string>> = {
  'Standard.Tab.detail': 'Details', 'Standard.Tab.relatedLists': 'Related', 'Standard.Tab.activity': 'Activity', 'Standard.Tab.collaborate': 'Chatter', 'Standard.Tab.news': 'News', 'Standard.Tab.home': 'Home',
};

function labelOf(value: string, position: Position): string {
  if (!value.startsWith('Standard.')) return value;
  const label = STANDARD_LABELS[value];
  if (!label) throw new NotModelledError(`the standard label ${value}`, position);
  return label;
}

/** Fields of the object's compact layout, else its name. */
const highlightFields = (object: ObjectModel): string[] => [...new Set([...(object.nameField ? [object.nameField] : []), ...object.compactLayoutFields])];

const ACTION_PROPERTIES = ['enableActionsConfiguration', 'enableActionsInNative', 'hideChatterActions', 'numVisibleActions', 'actionNames'];

const PARTS: Readonly<Record<string, StandardPart>> = {
  'force:highlightsPanel': {
    properties: ['collapsed', ...ACTION_PROPERTIES],
    resolve: (values, context, position) => {
      const object = objectOf(context, position);
      return { label: object.label, fields: highlightFields(object), collapsed: isTrue(values['collapsed']) };
    },
  },
  'force:detailPanel': {
    properties: [],
    resolve: (_values, context, position) => ({ sections: detailSections(context.org, objectOf(context, position)) }),
  },
  'force:relatedListContainer': {
    properties: ['relatedListComponentOverride'],
    resolve: (_values, context, position) => ({ lists: relatedLists(context.org, objectOf(context, position)) }),
  },
  'force:relatedListSingleContainer': {
    properties: ['parentFieldApiName', 'relatedListApiName', 'relatedListComponentOverride', 'relatedListDisplayType', 'relatedListLabel', 'rowsToDisplay', 'showActionBar', 'sortFieldAlias', 'sortFieldOrder', 'adminFilters'],
    resolve: (values, context, position) => {
      const object = objectOf(context, position);
      const name = text(values['relatedListApiName']);
      if (values['adminFilters']) throw new NotModelledError('filters of related lists', position);
      const list = relatedLists(context.org, object, name)[0];
      if (!list) throw new SourceError(`The related list "${name}" does not exist on ${object.name}.`, position);
      return { list: { ...list, ...(values['relatedListLabel'] ? { label: text(values['relatedListLabel']) } : {}) }, rows: count(values['rowsToDisplay'], 10) };
    },
  },
  'runtime_sales_pathassistant:pathAssistant': {
    properties: ['hideUpdateButton', 'variant', 'hideDetailsOnLoad'],
    resolve: (values, context, position) => ({ path: pathOf(context.org, objectOf(context, position)), hideUpdateButton: isTrue(values['hideUpdateButton']) }),
  },
  'flexipage:tabset': { properties: ['label', 'tabs'], slots: ['tabs'], resolve: (values) => ({ label: text(values['label']) }) },
  'flexipage:tab': {
    properties: ['active', 'title', 'body'],
    slots: ['body'],
    resolve: (values, _context, position) => ({ active: isTrue(values['active']), title: labelOf(text(values['title']), position) }),
  },
  'flexipage:fieldSection': {
    properties: ['columns', 'label', 'horizontalAlignment', 'showLabel'],
    slots: ['columns'],
    resolve: (values) => ({ label: text(values['label']) }),
  },
  'flexipage:column': { properties: ['body'], slots: ['body'], resolve: () => ({}) },
  'flexipage:richText': {
    properties: ['richTextValue', 'decorate'],
    resolve: (values, _context, position) => ({ html: sanitizeRichText(text(values['richTextValue']), position), decorate: values['decorate'] !== 'false' }),
  },
  'flexipage:filterListCard': {
    properties: ['entityName', 'filterName', 'pageSize', 'hideActionBar', 'hideSearchBar', 'hideRelatedListActions'],
    resolve: (values, context, position) => {
      const object = context.org.object(text(values['entityName']));
      if (!object) throw new SourceError(`The object "${text(values['entityName'])}" does not exist.`, position);
      const view = object.listViews.find((each) => each.name === values['filterName']);
      if (!view) throw new SourceError(`The list view "${text(values['filterName'])}" does not exist on ${object.name}.`, position);
      return { listObject: object.name, listView: view.name, label: view.label, pageSize: count(values['pageSize'], 3) };
    },
  },
};

/** Names of the standard components that are drawn. */
export const STANDARD_PARTS: readonly string[] = Object.keys(PARTS);

export function standardPart(name: string, position: Position): StandardPart {
  const part = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (!part) throw new NotModelledError(`the page component ${name}`, position);
  return part;
}
