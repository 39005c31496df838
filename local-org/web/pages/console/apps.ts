/** Lightning apps: their tabs, page overrides and utility bar. */
import { SourceError, type MetadataComponent, type OrgModel, type XmlElement } from '../../../schema';
import type { UtilityItem } from '../types';
import { readFlexiPage, type FlexiPage } from './flexipage';
import { readTab, type TabModel } from './tabs';

export interface PageOverride { readonly action: string; readonly object: string; readonly page: string; }

export interface AppModel {
  readonly name: string;
  readonly label: string;
  readonly color?: string;
  readonly tabs: readonly TabModel[];
  readonly overrides: readonly PageOverride[];
  readonly utilities: readonly UtilityItem[];
}

function readOverrides(org: OrgModel, root: XmlElement): PageOverride[] {
  return root
    .all('actionOverrides')
    .filter((override) => (override.value('formFactor') ?? 'Large') === 'Large' && override.value('type') === 'Flexipage')
    .map((override) => {
      const page = override.value('content') ?? '';
      if (!org.component('FlexiPage', page)) throw new SourceError(`In field: content - no FlexiPage named ${page} found`, override.position);
      return { action: override.value('actionName') ?? '', object: override.value('pageOrSobjectType') ?? '', page };
    });
}

function readUtilities(org: OrgModel, root: XmlElement): UtilityItem[] {
  const name = root.value('utilityBar');
  if (!name) return [];
  const component = org.component('FlexiPage', name);
  if (!component) throw new SourceError(`In field: utilityBar - no FlexiPage named ${name} found`, root.child('utilityBar')!.position);
  const page: FlexiPage = readFlexiPage(org, component);
  return (page.tree.regions['utilityItems'] ?? []).map((node) => {
    const settings = page.decorators.get(node.id) ?? {};
    return { id: node.id, label: String(settings['label'] ?? node.name), icon: `utility:${String(settings['icon'] ?? 'fallback')}`, node, width: Number(settings['width'] ?? 340), height: Number(settings['height'] ?? 480) };
  });
}

export function readApp(org: OrgModel, component: MetadataComponent): AppModel {
  const { root, fullName } = component;
  const color = root.child('brand')?.value('headerColor');
  if (color !== undefined && !/^#[0-9a-f]{6}$/i.test(color)) throw new SourceError(`"${color}" is no colour.`, root.child('brand')!.position);
  return {
    name: fullName,
    label: root.value('label') ?? fullName,
    ...(color ? { color } : {}),
    tabs: root.all('tabs').map((tab) => readTab(org, tab.text, tab.position)),
    overrides: readOverrides(org, root),
    utilities: readUtilities(org, root),
  };
}

/** Lightning apps of the project, by name. Classic apps have no pages here. */
export function readApps(org: OrgModel): AppModel[] {
  return [...(org.components.get('CustomApplication')?.values() ?? [])]
    .filter(({ root }) => root.value('uiType') === 'Lightning')
    .sort((a, b) => (a.fullName < b.fullName ? -1 : 1))
    .map((component) => readApp(org, component));
}
