/** FlexiPage metadata to a page tree: regions, facets, component and field instances. */
import { NotModelledError, SourceError, type MetadataComponent, type ObjectModel, type OrgModel, type Position, type XmlElement } from '../../../schema';
import { componentProperties, exposedComponent } from '../properties';
import type { Json, PageNode, PageTree, Visibility } from '../types';
import { standardPart, type PartContext } from './parts';
import { readVisibility } from './visibility';

/** Regions of each page template; a page may fill no other. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  'flexipage:defaultAppHomeTemplate': ['main'],
  'flexipage:appHomeTemplateHeaderTwoColumnsLeftSidebar': ['region1', 'region2', 'region3'],
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeWithSubheaderTemplateDesktop': ['header', 'subheader', 'main', 'sidebar'],
  'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
  'one:utilityBarTemplateDesktop': ['utilityItems', 'backgroundComponents'],
};

export const PAGE_TEMPLATES: readonly string[] = Object.keys(TEMPLATES);

/** Target a custom component must be exposed to, by page type. */
const TARGETS: Readonly<Record<string, string>> = { AppPage: 'lightning__AppPage', RecordPage: 'lightning__RecordPage', HomePage: 'lightning__HomePage', UtilityBar: 'lightning__UtilityBar' };

interface Region { readonly element: XmlElement; readonly name: string; readonly facet: boolean }
interface Property { readonly name: string; readonly value: Json; readonly decorator: boolean; readonly position: Position }

export interface FlexiPage {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly object?: ObjectModel;
  readonly tree: PageTree;
  /** Decorator properties (label, icon, width ...) of utility items by node id. */
  readonly decorators: ReadonlyMap<string, Readonly<Record<string, Json>>>;
}

function requiredValue(element: XmlElement, name: string): string {
  const value = element.value(name);
  if (!value) throw new SourceError(`<${element.name}> needs <${name}>.`, element.position);
  return value;
}

function readProperty(element: XmlElement): Property {
  const list = element.child('valueList');
  const value = list ? list.all('valueListItems').map((item) => item.value('value') ?? '') : (element.value('value') ?? '');
  return { name: requiredValue(element, 'name'), value, decorator: element.value('type') === 'decorator', position: element.position };
}

class Reader {
  private readonly regions: ReadonlyMap<string, Region>;
  private readonly identifiers = new Set<string>();
  private readonly open = new Set<string>();
  readonly decorators = new Map<string, Readonly<Record<string, Json>>>();

  constructor(private readonly org: OrgModel, private readonly target: string, private readonly context: PartContext, root: XmlElement) {
    const regions = new Map<string, Region>();
    for (const element of root.all('flexiPageRegions')) {
      const name = requiredValue(element, 'name');
      if (regions.has(name)) throw new SourceError(`Duplicate region name "${name}".`, element.position);
      regions.set(name, { element, name, facet: requiredValue(element, 'type') === 'Facet' });
    }
    this.regions = regions;
  }

  get topRegions(): Region[] {
    return [...this.regions.values()].filter((region) => !region.facet);
  }

  nodes(region: Region): PageNode[] {
    if (this.open.has(region.name)) throw new SourceError(`The facet "${region.name}" contains itself.`, region.element.position);
    this.open.add(region.name);
    const nodes = region.element.all('itemInstances').map((item) => this.item(item));
    this.open.delete(region.name);
    return nodes;
  }

  private item(item: XmlElement): PageNode {
    const component = item.child('componentInstance');
    const field = item.child('fieldInstance');
    if (component && !field) return this.component(component);
    if (field && !component) return this.field(field);
    throw new SourceError('<itemInstances> needs one <componentInstance> or one <fieldInstance>.', item.position);
  }

  private identifier(element: XmlElement): string {
    const id = requiredValue(element, 'identifier');
    if (this.identifiers.has(id)) throw new SourceError(`Duplicate identifier "${id}" on this page.`, element.position);
    this.identifiers.add(id);
    return id;
  }

  private visibility(element: XmlElement): { visibility?: Visibility } {
    const rule = element.child('visibilityRule');
    return rule ? { visibility: readVisibility(rule, this.org, this.context.object) } : {};
  }

  private field(element: XmlElement): PageNode {
    const fieldItem = requiredValue(element, 'fieldItem');
    const name = fieldItem.replace(/^Record\./, '');
    const field = this.context.object?.field(name);
    if (!field) throw new SourceError(`The field "${fieldItem}" does not exist${this.context.object ? ` on ${this.context.object.name}` : ''}.`, element.position);
    const behavior = element.all('fieldInstanceProperties').map(readProperty).find((property) => property.name === 'uiBehavior')?.value ?? 'none';
    return { id: this.identifier(element), name: 'flexipage:field', props: { field: field.name, behavior }, ...this.visibility(element) };
  }

  private component(element: XmlElement): PageNode {
    const written = requiredValue(element, 'componentName');
    const id = this.identifier(element);
    const all = element.all('componentInstanceProperties').map(readProperty);
    const properties = all.filter((property) => !property.decorator);
    if (all.length > properties.length) this.decorators.set(id, Object.fromEntries(all.filter((property) => property.decorator).map(({ name, value }) => [name, value])));
    const custom = written.includes(':') ? (written.startsWith('c:') ? written.slice(2) : undefined) : written;
    if (custom !== undefined) {
      const bundle = exposedComponent(this.org, custom, [this.target], element.position);
      return { id, name: `c/${custom}`, props: componentProperties(bundle, [this.target], properties), ...this.visibility(element) };
    }
    return { ...this.standard(written, id, properties, element), ...this.visibility(element) };
  }

  /** A property that names a facet is a slot; the rest are the part's own. */
  private standard(name: string, id: string, properties: readonly Property[], element: XmlElement): PageNode {
    const part = standardPart(name, element.position);
    const slots: Record<string, PageNode[]> = {};
    const values: Record<string, Json> = {};
    for (const { name: property, value, position } of properties) {
      if (part.slots?.includes(property)) {
        const region = this.regions.get(String(value));
        if (!region?.facet) throw new SourceError(`The property "${property}" names the facet "${String(value)}", which does not exist.`, position);
        slots[property] = this.nodes(region);
      } else if (part.properties.includes(property)) values[property] = value;
      else throw new NotModelledError(`the property "${property}" of ${name}`, position);
    }
    const props = part.resolve(values, this.context, element.position);
    return { id, name, props, ...(part.slots ? { slots } : {}) };
  }
}

function objectOf(org: OrgModel, root: XmlElement): ObjectModel | undefined {
  const name = root.value('sobjectType');
  if (!name) return undefined;
  const object = org.object(name);
  if (!object) throw new SourceError(`The object "${name}" of this page does not exist.`, root.child('sobjectType')!.position);
  return object;
}

/** Reads one FlexiPage; throws where it names what does not exist or is not modelled. */
export function readFlexiPage(org: OrgModel, component: MetadataComponent): FlexiPage {
  const { root } = component;
  const type = requiredValue(root, 'type');
  const target = TARGETS[type];
  if (!target) throw new NotModelledError(`Lightning pages of type ${type}`, root.child('type')!.position);
  const template = root.child('template')?.value('name') ?? '';
  const known = TEMPLATES[template];
  if (!known) throw new NotModelledError(`the page template "${template}"`, root.child('template')?.position ?? root.position);
  const object = objectOf(org, root);
  if (type === 'RecordPage' && !object) throw new SourceError('A record page needs <sobjectType>.', root.position);
  const reader = new Reader(org, target, { org, ...(object ? { object } : {}) }, root);
  const regions: Record<string, PageNode[]> = {};
  for (const region of reader.topRegions) {
    if (!known.includes(region.name)) throw new SourceError(`The template ${template} has no region "${region.name}".`, region.element.position);
    regions[region.name] = reader.nodes(region);
  }
  const label = root.value('masterLabel') ?? component.fullName;
  return { name: component.fullName, label, type, ...(object ? { object } : {}), decorators: reader.decorators, tree: { title: label, template, regions, ...(object ? { objectApiName: object.name } : {}) } };
}
