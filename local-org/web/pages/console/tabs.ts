/** Tabs: what each one shows, by its one target. */
import { NotModelledError, SourceError, type OrgModel, type Position, type XmlElement } from '../../../schema';
import { exposedComponent } from '../properties';

export type TabTarget =
  | { readonly kind: 'object'; readonly object: string }
  | { readonly kind: 'flexipage'; readonly page: string }
  | { readonly kind: 'component'; readonly component: string }
  | { readonly kind: 'home' }
  /** A standard tab without a counterpart here: shown, and refused by name when opened. */
  | { readonly kind: 'refused'; readonly feature: string };

export interface TabModel { readonly name: string; readonly label: string; readonly icon: string; readonly target: TabTarget; }

const NO_POSITION: Position = { file: 'metadata', line: 1, column: 1 };

/** `Custom41: Cash` is icon custom:custom41. */
const iconOfMotif = (motif: string | undefined): string => {
  const number = /^Custom(\d+):/.exec(motif ?? '')?.[1];
  return number ? `custom:custom${number}` : 'standard:custom';
};

/** Icon of a standard object: `OrderItem` is standard:order_item. */
const standardIcon = (object: string): string => `standard:${object.replace(/(?<=[a-z])([A-Z])/g, '_$1').toLowerCase()}`;

const STANDARD: Readonly<Record<string, { label: string; icon: string; target: TabTarget }>> = {
  home: { label: 'Home', icon: 'standard:home', target: { kind: 'home' } },
  report: { label: 'Reports', icon: 'standard:report', target: { kind: 'refused', feature: 'reports' } },
  dashboard: { label: 'Dashboards', icon: 'standard:dashboard', target: { kind: 'refused', feature: 'dashboards' } },
  file: { label: 'Files', icon: 'standard:file', target: { kind: 'refused', feature: 'the files tab' } },
  chatter: { label: 'Chatter', icon: 'standard:feed', target: { kind: 'refused', feature: 'Chatter' } },
};

function standardTab(org: OrgModel, name: string, position: Position): TabModel {
  const plain = name.slice('standard-'.length);
  const known = STANDARD[plain.toLowerCase()];
  if (known) return { name, ...known };
  const object = org.object(plain);
  if (!object) throw new NotModelledError(`the tab ${name}`, position);
  return { name, label: object.pluralLabel, icon: standardIcon(object.name), target: { kind: 'object', object: object.name } };
}

function customTarget(org: OrgModel, name: string, root: XmlElement): TabTarget {
  if (root.value('customObject') === 'true') {
    const object = org.object(name);
    if (!object) throw new SourceError(`The tab's object "${name}" does not exist.`, root.position);
    return { kind: 'object', object: object.name };
  }
  const page = root.child('flexiPage');
  if (page) {
    if (!org.component('FlexiPage', page.text)) throw new SourceError(`In field: flexiPage - no FlexiPage named ${page.text} found`, page.position);
    return { kind: 'flexipage', page: page.text };
  }
  const component = root.child('lwcComponent');
  if (component) {
    exposedComponent(org, component.text, ['lightning__Tab'], component.position);
    return { kind: 'component', component: component.text };
  }
  const other = ['url', 'page', 'auraComponent', 'scontrol'].find((each) => root.child(each));
  if (other) throw new NotModelledError(`tabs with <${other}>`, root.child(other)!.position);
  throw new SourceError('A tab needs one target: customObject, flexiPage or lwcComponent.', root.position);
}

/** A tab by the name that apps use for it. */
export function readTab(org: OrgModel, name: string, position: Position = NO_POSITION): TabModel {
  if (name.startsWith('standard-')) return standardTab(org, name, position);
  const component = org.component('CustomTab', name);
  if (!component) throw new SourceError(`In field: tab - no CustomTab named ${name} found`, position);
  const target = customTarget(org, name, component.root);
  const label = component.root.value('label') || (target.kind === 'object' ? org.object(target.object)!.pluralLabel : name);
  return { name, label, icon: iconOfMotif(component.root.value('motif')), target };
}
