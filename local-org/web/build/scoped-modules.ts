/**
 * `@salesforce/*` modules as source text. A value that belongs to the user or the language is read from the page
 * context when the page loads; what belongs to the org's metadata is checked here.
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html
 */
import { NotModelledError, SourceError, type FieldModel, type ObjectModel, type OrgModel, type Position } from '../../schema';

export interface ScopedContext {
  readonly org: OrgModel;
  /** Undefined when no such @AuraEnabled method exists. */
  auraMethod(className: string, method: string): { readonly cacheable: boolean } | undefined;
  /** Records that the page context must carry this name. */
  need(kind: 'labels' | 'customPermissions' | 'userPermissions' | 'resources', name: string): void;
}

type Resolver = (name: string, context: ScopedContext, position: Position) => string;

const fromContext = (member: string, name: string): string => `import { ${member} } from 'web/context';\nexport default ${member}(${JSON.stringify(name)});\n`;
const constant = (value: unknown): string => `export default Object.freeze(${JSON.stringify(value)});\n`;

function label(name: string, context: ScopedContext, position: Position): string {
  const [namespace, labelName, ...rest] = name.split('.');
  if (namespace !== 'c' || !labelName || rest.length > 0) throw new SourceError(`Custom labels are imported as @salesforce/label/c.Name; "${name}" is not.`, position);
  const found = context.org.labels.get(labelName.toLowerCase());
  if (!found) throw new SourceError(`Custom label "${labelName}" does not exist (@salesforce/label/${name}).`, position);
  context.need('labels', found.name);
  return fromContext('label', found.name);
}

function apex(name: string, context: ScopedContext, position: Position): string {
  const parts = name.split('.');
  const method = parts.pop()!;
  const className = parts.pop();
  if (!className) throw new SourceError(`@salesforce/apex/${name} names no method.`, position);
  if (parts.length > 0) throw new NotModelledError(`namespaced Apex imports (@salesforce/apex/${name})`, position);
  const found = context.auraMethod(className, method);
  if (!found) throw new SourceError(`Unable to find Apex action method referenced as '${name}': the class must exist and the method be static and @AuraEnabled.`, position);
  return `import { apexMethod } from 'web/apex';\nexport default apexMethod(${JSON.stringify(className)}, ${JSON.stringify(method)}, ${found.cacheable});\n`;
}

/** `Shipment__c`, `Shipment__c.Name`, `Shipment__c.Carrier__r.Name` */
function schema(name: string, context: ScopedContext, position: Position): string {
  const [objectName, ...path] = name.split('.');
  const root = context.org.object(objectName!);
  if (!root) throw new SourceError(`Object "${objectName}" does not exist (@salesforce/schema/${name}).`, position);
  if (path.length === 0) return constant({ objectApiName: root.name });
  let object: ObjectModel = root;
  const names = path.map((part, index) => {
    if (index === path.length - 1) {
      const field: FieldModel | undefined = object.field(part);
      if (!field) throw new SourceError(`Field "${part}" does not exist on ${object.name} (@salesforce/schema/${name}).`, position);
      return field.name;
    }
    const relationship = object.relationship(part);
    const target = relationship?.reference && context.org.object(relationship.reference.to[0]!);
    if (!relationship || !target) throw new SourceError(`Relationship "${part}" does not exist on ${object.name} (@salesforce/schema/${name}).`, position);
    object = target;
    return relationship.reference!.relationshipName!;
  });
  return constant({ fieldApiName: names.join('.'), objectApiName: root.name });
}

function resourceUrl(name: string, context: ScopedContext, position: Position): string {
  if (!context.org.staticResources.has(name)) throw new SourceError(`Static resource "${name}" does not exist (@salesforce/resourceUrl/${name}).`, position);
  context.need('resources', name);
  return fromContext('resourceUrl', name);
}

function customPermission(name: string, context: ScopedContext, position: Position): string {
  if (!context.org.component('CustomPermission', name)) throw new SourceError(`Custom permission "${name}" does not exist (@salesforce/customPermission/${name}).`, position);
  context.need('customPermissions', name);
  return fromContext('customPermission', name);
}

function userPermission(name: string, context: ScopedContext): string {
  context.need('userPermissions', name);
  return fromContext('userPermission', name);
}

function messageChannel(name: string, context: ScopedContext, position: Position): string {
  if (!context.org.component('LightningMessageChannel', name.replace(/__c$/, ''))) throw new SourceError(`Message channel "${name}" does not exist (@salesforce/messageChannel/${name}).`, position);
  return constant({ channel: name });
}

/** The members each module has; any other is refused. */
const members = (prefix: string, member: string, names: readonly string[]): Resolver => (name, _context, position) => {
  if (!names.includes(name)) throw new NotModelledError(`@salesforce/${prefix}/${name}`, position);
  return fromContext(member, name);
};

const I18N = [
  'lang', 'locale', 'dir', 'timeZone', 'currency', 'firstDayOfWeek', 'defaultCalendar', 'defaultNumberingSystem', 'showJapaneseCalendar',
  'dateTime.shortDateFormat', 'dateTime.mediumDateFormat', 'dateTime.longDateFormat', 'dateTime.shortTimeFormat', 'dateTime.mediumTimeFormat',
  'dateTime.shortDateTimeFormat', 'dateTime.mediumDateTimeFormat', 'dateTime.longDateTimeFormat',
  'number.currencyFormat', 'number.currencySymbol', 'number.decimalSeparator', 'number.exponentialSign', 'number.groupingSeparator', 'number.infinity',
  'number.minusSign', 'number.nan', 'number.numberFormat', 'number.perMilleSign', 'number.percentFormat', 'number.percentSign', 'number.plusSign',
  'number.superscriptingExponentSign',
] as const;

/** Names of `@salesforce/i18n` that the page answers from the user's locale. */
export const I18N_NAMES: readonly string[] = I18N;

const RESOLVERS: Readonly<Record<string, Resolver>> = {
  label,
  apex,
  schema,
  resourceUrl,
  customPermission,
  userPermission,
  messageChannel,
  user: members('user', 'user', ['Id', 'isGuest']),
  i18n: members('i18n', 'i18n', I18N),
  client: members('client', 'client', ['formFactor']),
  community: members('community', 'community', ['Id', 'basePath']),
  site: members('site', 'site', ['Id']),
};

/** Modules without a name after the prefix. */
const WHOLE: Readonly<Record<string, string>> = { '@salesforce/apex': `export { refreshApex, getSObjectValue } from 'web/apex';\n` };

/** Source text of one `@salesforce/*` module; refuses by name what it does not know. */
export function scopedModule(specifier: string, context: ScopedContext, position: Position): string {
  if (Object.hasOwn(WHOLE, specifier)) return WHOLE[specifier]!;
  const [, prefix = '', ...rest] = specifier.split('/');
  const name = rest.join('/');
  const resolver = Object.hasOwn(RESOLVERS, prefix) ? RESOLVERS[prefix] : undefined;
  if (!resolver || !name) throw new NotModelledError(`the module ${specifier}`, position);
  return resolver(name, context, position);
}
