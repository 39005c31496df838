/** Component trees of views and theme layouts to page nodes. */
import { NotModelledError, SourceError, type OrgModel } from '../../../schema';
import { componentProperties, exposedComponent } from '../properties';
import type { Json, PageNode } from '../types';
import type { ComponentJson, Content, RegionJson } from './content';
import { sitePart } from './parts';

export const RECORD_ID = '{!recordId}';
const HIDDEN = 'sfdcHiddenRegion';
/** Targets a component must have for site pages; its properties are declared for the second. */
const TARGETS = ['lightningCommunity__Page', 'lightningCommunity__Default', 'lightningCommunity__Theme_Layout', 'lightningCommunity__Page_Layout'];
const PROPERTY_TARGETS = ['lightningCommunity__Default'];
/** Styling that the builder adds to every component. */
const IGNORED = new Set(['dxpStyle']);

/** Expressions that a page fills: the record's id. */
function checkExpressions(attributes: Readonly<Record<string, Json>>, content: Content): void {
  for (const value of Object.values(attributes)) {
    const expression = typeof value === 'string' ? /\{![^}]*\}/.exec(value)?.[0] : undefined;
    if (expression && expression !== RECORD_ID) throw new NotModelledError(`the expression ${expression} in site pages`, content.at(expression));
  }
}

export class TreeReader {
  /** Why pages with this tree are refused when opened. */
  refused: string | undefined;

  constructor(private readonly org: OrgModel, private readonly content: Content) {}

  private custom(component: ComponentJson): PageNode {
    const position = this.content.at(`"${component.definition}"`);
    const bundle = exposedComponent(this.org, component.definition.slice(2), TARGETS, position);
    const attributes = component.attributes ?? {};
    checkExpressions(attributes, this.content);
    const values = Object.entries(attributes).filter(([name]) => !IGNORED.has(name)).map(([name, value]) => ({ name, value, position: this.content.at(`"${name}"`) }));
    const slots = this.slots(component);
    return { id: component.id, name: `c/${bundle.name}`, props: componentProperties(bundle, PROPERTY_TARGETS, values), ...(Object.keys(slots).length > 0 ? { slots } : {}) };
  }

  private slots(component: ComponentJson): Record<string, PageNode[]> {
    return Object.fromEntries((component.children ?? []).filter(({ name }) => name !== HIDDEN).map((region) => [region.name, this.region(region)]));
  }

  region(region: RegionJson): PageNode[] {
    return (region.children ?? []).flatMap((component) => this.component(component));
  }

  private component(component: ComponentJson): PageNode[] {
    if (typeof component.definition !== 'string' || typeof component.id !== 'string') throw new SourceError('A component needs "definition" and "id".', this.content.at());
    if (component.definition.startsWith('c:')) return [this.custom(component)];
    const { props, refused } = sitePart(component.definition, component.attributes ?? {}, this.content.at(`"${component.definition}"`));
    this.refused ??= refused;
    return props ? [{ id: component.id, name: component.definition, props, slots: this.slots(component) }] : [];
  }
}

/** Root component of a view or layout; its definition must be one of those named. */
export function rootOf(content: Content, definitions: readonly string[]): ComponentJson {
  const root = content.body['component'] as ComponentJson | undefined;
  if (!root || typeof root.definition !== 'string') throw new SourceError('contentBody needs "component".', content.at());
  if (!definitions.includes(root.definition)) throw new NotModelledError(`the layout ${root.definition}`, content.at(`"${root.definition}"`));
  return root;
}

/** First component of this definition anywhere below. */
export function findComponent(component: ComponentJson, definition: string): ComponentJson | undefined {
  if (component.definition === definition) return component;
  for (const region of component.children ?? []) {
    for (const child of region.children ?? []) {
      const found = findComponent(child, definition);
      if (found) return found;
    }
  }
  return undefined;
}
