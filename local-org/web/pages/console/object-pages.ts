/** Pages the platform makes for an object that ships none: list, record, new and edit. */
import type { ObjectModel, OrgModel } from '../../../schema';
import type { PageNode, PageTree } from '../types';
import { detailSections } from './layouts';
import { standardPart, type PartContext } from './parts';

const NOWHERE = { file: 'metadata', line: 1, column: 1 };

export function listPage(object: ObjectModel, listView?: string): PageTree {
  const props = { listObject: object.name, label: object.pluralLabel, singular: object.label, ...(listView ? { listView } : {}) };
  return { title: object.pluralLabel, template: 'flexipage:defaultAppHomeTemplate', regions: { main: [{ id: 'list1', name: 'web:objectList', props }] } };
}

function part(name: string, context: PartContext, values: Record<string, string> = {}, slots?: Record<string, PageNode[]>): PageNode {
  return { id: `${name}${Object.values(values).join('')}`, name, props: standardPart(name, NOWHERE).resolve(values, context, NOWHERE), ...(slots ? { slots } : {}) };
}

/** Highlights on top, details and related lists in tabs below. */
export function recordPage(org: OrgModel, object: ObjectModel): PageTree {
  const context: PartContext = { org, object };
  const tabs = [
    part('flexipage:tab', context, { title: 'Standard.Tab.detail', active: 'true' }, { body: [part('force:detailPanel', context)] }),
    part('flexipage:tab', context, { title: 'Standard.Tab.relatedLists' }, { body: [part('force:relatedListContainer', context)] }),
  ];
  return {
    title: object.label,
    template: 'flexipage:recordHomeTemplateDesktop',
    objectApiName: object.name,
    regions: { header: [part('force:highlightsPanel', context)], main: [part('flexipage:tabset', context, {}, { tabs })] },
  };
}

/** The form for a new record, or for an existing one. Defaults come as `defaultFieldValues=Field=value,...`. */
export function newPage(org: OrgModel, object: ObjectModel, query: URLSearchParams, recordId?: string): PageTree {
  const defaults = Object.fromEntries((query.get('defaultFieldValues') ?? '').split(',').filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]));
  const title = recordId ? `Edit ${object.label}` : `New ${object.label}`;
  return {
    title,
    template: 'flexipage:defaultAppHomeTemplate',
    objectApiName: object.name,
    regions: { main: [{ id: 'form1', name: 'web:recordEditor', props: { title, formObject: object.name, sections: detailSections(org, object), defaults } }] },
  };
}
