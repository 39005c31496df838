/** The page context: values of `@salesforce/*` modules that belong to the user and the language. */
import { i18nOf } from 'web/i18n';
import type { BootData, PageContext } from '../../../../pages/types';

const boot = JSON.parse(document.querySelector('#boot')!.textContent!) as BootData;

/** The page the document was made for. */
export const firstResponse = boot.response;
export const context: PageContext = boot.context;

const formats = i18nOf(context);

/** A value the build knew of is always carried; its absence is a fault of the server. */
function carried<T>(table: Readonly<Record<string, T>>, name: string, kind: string): T {
  if (!Object.hasOwn(table, name)) throw new Error(`The page context carries no ${kind} "${name}".`);
  return table[name]!;
}

export const label = (name: string): string => carried(context.labels, name, 'label');
export const resourceUrl = (name: string): string => carried(context.resources, name, 'static resource');
/** True or undefined, as the platform's modules give it. */
export const customPermission = (name: string): true | undefined => context.customPermissions.includes(name) || undefined;
export const userPermission = (name: string): true | undefined => context.userPermissions.includes(name) || undefined;
export const user = (name: string): unknown => carried(context.user, name, 'user value');
export const i18n = (name: string): unknown => carried(formats, name, 'i18n value');
export const community = (name: string): string => carried(context.community, name, 'community value');
export const site = (name: string): string => carried(context.site, name, 'site value');

/** The platform's three form factors, by the width at load. */
export const client = (name: string): string => {
  const width = window.innerWidth;
  return carried({ formFactor: width < 768 ? 'Small' : width < 1024 ? 'Medium' : 'Large' }, name, 'client value');
};
