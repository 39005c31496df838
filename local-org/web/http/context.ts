/** Values of `@salesforce/*` modules for one user: only those the bundle asks for. */
import type { OrgModel } from '../../schema';
import type { UserInfo } from '../../security';
import type { Platform } from '../../server';
import type { ContextNames } from '../build';
import type { PageContext } from '../pages';
import { resourceVersion } from './assets';

/** `de_DE` is `de-DE`. */
const bcp47 = (locale: string): string => locale.replaceAll('_', '-');

/** The label in the user's language: its translation, else the label itself. */
function translations(org: OrgModel, language: string): ReadonlyMap<string, string> {
  const component = org.component('Translations', language) ?? org.component('Translations', language.split(/[_-]/)[0]!);
  return new Map((component?.root.all('customLabels') ?? []).map((element) => [element.value('name')?.toLowerCase() ?? '', element.value('label') ?? '']));
}

function labelsFor(org: OrgModel, names: readonly string[], language: string): Record<string, string> {
  const translated = translations(org, language);
  return Object.fromEntries(names.map((name) => [name, translated.get(name.toLowerCase()) || org.labels.get(name.toLowerCase())!.value]));
}

export function contextOf(platform: Platform, user: UserInfo, names: ContextNames, basePath: string, siteName: string): PageContext {
  const { org, security } = platform;
  const resource = (name: string): string => `/resource/${resourceVersion(org.staticResources.get(name)!.path)}/${encodeURIComponent(name)}`;
  return {
    apiVersion: `v${org.apiVersion}.0`,
    user: { Id: user.id, isGuest: false, name: user.name, email: user.email },
    lang: bcp47(user.language),
    locale: bcp47(user.locale),
    timeZone: user.timeZone,
    currency: 'USD',
    labels: labelsFor(org, names.labels, user.language),
    // All the user has: pages ask for them too, in visibility rules.
    customPermissions: [...(org.components.get('CustomPermission')?.keys() ?? [])].filter((name) => security.hasCustomPermission(user.id, name)),
    userPermissions: names.userPermissions.filter((name) => security.hasSystemPermission(user.id, name)),
    resources: Object.fromEntries(names.resources.map((name) => [name, resource(name)])),
    community: { Id: siteName, basePath },
    site: { Id: siteName },
  };
}
