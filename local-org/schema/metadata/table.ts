/** Which metadata type a file belongs to, by folder or suffix. One table; what is not in it is refused. */
import { NotModelledError, SourceError } from '../errors';
import type { SourceFile } from '../source/project';
import { COMPONENT_TYPES } from './components';
import { OBJECT_PARTS } from './objectParts';

/** Types read into the typed model. The others of `COMPONENT_TYPES` are held as XML. */
export const TYPED = [
  'CustomObject', 'CustomField', 'ObjectPart', 'GlobalValueSet', 'StandardValueSet', 'CustomMetadata', 'CustomLabels', 'ApexClass', 'ApexTrigger',
  'LightningComponentBundle', 'StaticResource', 'DigitalExperience', 'Settings',
] as const;
export type TypedType = (typeof TYPED)[number];

export interface Classified {
  readonly type: TypedType | 'Component' | 'Content';
  readonly file: SourceFile;
  /** Full name within its type, as the file's name gives it. */
  readonly fullName: string;
  /** CustomObject, CustomField, ObjectPart: the object. Component: the metadata type. */
  readonly parent?: string;
  /** ObjectPart: its folder. */
  readonly part?: string;
}

/** Types that exist on the platform and have no model here: suffix or folder to the words of the refusal. */
export const REFUSED: Readonly<Record<string, string>> = {
  flow: 'flows', flowDefinition: 'flows', workflow: 'workflow rules', approvalProcess: 'approval processes', assignmentRules: 'assignment rules',
  autoResponseRules: 'auto-response rules', escalationRules: 'escalation rules', duplicateRule: 'duplicate rules', matchingRule: 'matching rules',
  page: 'Visualforce pages', component: 'Visualforce components', territory2: 'territories', territory2Model: 'territories', restrictionRule: 'restriction rules',
  entitlementProcess: 'entitlement processes', connectedApp: 'connected apps', externalClientApp: 'external client apps', homePageLayout: 'home page layouts', bot: 'bots',
  weblink: 'web links', letter: 'letterheads', samlssoconfig: 'SAML single sign-on', profilePasswordPolicy: 'password policies', dataSource: 'external data sources',
};
const REFUSED_FOLDERS: Readonly<Record<string, string>> = { aura: 'Aura components', experiences: 'ExperienceBundle sites', waveTemplates: 'analytics templates', documents: 'documents' };

const SUFFIX_TO_COMPONENT = new Map(Object.entries(COMPONENT_TYPES).map(([type, entry]) => [entry.suffix, type]));
const SUFFIX_TO_TYPED: Readonly<Record<string, TypedType>> = {
  globalValueSet: 'GlobalValueSet', standardValueSet: 'StandardValueSet', md: 'CustomMetadata', labels: 'CustomLabels', settings: 'Settings', resource: 'StaticResource',
};
/** Folders whose files are bundles or trees of their own. */
const STRICT = ['objects', 'lwc', 'digitalExperiences', 'staticresources', 'objectTranslations', ...Object.keys(REFUSED_FOLDERS)];

export function classify(file: SourceFile): Classified {
  const at = file.segments.findIndex((each) => STRICT.includes(each));
  const folder = file.segments[at];
  if (folder !== undefined && at < file.segments.length - 1) {
    const below = file.segments.slice(at + 1);
    const refused = REFUSED_FOLDERS[folder];
    if (refused) throw new NotModelledError(refused, start(file));
    if (folder === 'objects') return classifyObject(file, below);
    if (folder === 'lwc') return { type: below.length === 2 && file.name.endsWith('.js-meta.xml') ? 'LightningComponentBundle' : 'Content', file, fullName: below[0] ?? '' };
    if (folder === 'digitalExperiences') return { type: file.name.endsWith('.digitalExperience-meta.xml') ? 'DigitalExperience' : 'Content', file, fullName: below[1] ?? '' };
    if (folder === 'staticresources' && !file.name.endsWith('.resource-meta.xml')) return { type: 'Content', file, fullName: below[0] ?? '' };
    if (folder === 'objectTranslations') return classifyTranslation(file, below);
  }
  return classifyBySuffix(file);
}

function classifyObject(file: SourceFile, below: readonly string[]): Classified {
  const [object = '', second = '', third] = below;
  if (below.length === 2 && second === `${object}.object-meta.xml`) return { type: 'CustomObject', file, fullName: object, parent: object };
  if (below.length === 3 && third !== undefined) {
    if (second === 'fields' && third.endsWith('.field-meta.xml')) return { type: 'CustomField', file, fullName: third.slice(0, -'.field-meta.xml'.length), parent: object };
    const part = OBJECT_PARTS[second];
    const suffix = `.${part?.suffix}-meta.xml`;
    if (part && third.endsWith(suffix)) return { type: 'ObjectPart', file, fullName: third.slice(0, -suffix.length), parent: object, part: second };
  }
  return unknown(file);
}

function classifyTranslation(file: SourceFile, below: readonly string[]): Classified {
  const [folder = '', name = ''] = below;
  const match = /^(.+)\.(objectTranslation|fieldTranslation)-meta\.xml$/.exec(name);
  if (!match?.[1] || below.length !== 2) return unknown(file);
  return match[2] === 'objectTranslation'
    ? { type: 'Component', file, fullName: match[1], parent: 'CustomObjectTranslation' }
    : { type: 'Component', file, fullName: `${folder}.${match[1]}`, parent: 'CustomFieldTranslation' };
}

function classifyBySuffix(file: SourceFile): Classified {
  if (/\.(cls|trigger)$/.test(file.name)) {
    const type = file.name.endsWith('.cls') ? 'ApexClass' : 'ApexTrigger';
    return { type, file, fullName: file.name.replace(/\.\w+$/, '') };
  }
  if (/\.(cls|trigger)-meta\.xml$/.test(file.name)) return { type: 'Content', file, fullName: file.name };
  const match = /^(.+)\.(\w+)-meta\.xml$/.exec(file.name);
  if (!match?.[1] || !match[2]) {
    // The body of an e-mail template lies beside its metadata file.
    if (file.name.endsWith('.email')) return { type: 'Content', file, fullName: file.name };
    return unknown(file);
  }
  const [, name, suffix] = match;
  const typed = SUFFIX_TO_TYPED[suffix];
  if (typed) return { type: typed, file, fullName: name };
  const component = SUFFIX_TO_COMPONENT.get(suffix);
  if (component) return { type: 'Component', file, fullName: inFolder(component, file, name), parent: component };
  const refused = REFUSED[suffix];
  if (refused) throw new NotModelledError(refused, start(file));
  return unknown(file);
}

/** Reports, dashboards and e-mail templates are named with their folder. */
function inFolder(component: string, file: SourceFile, name: string): string {
  if (!['Report', 'Dashboard', 'EmailTemplate'].includes(component)) return decodeURIComponent(name);
  const at = file.segments.findIndex((each) => ['reports', 'dashboards', 'email'].includes(each));
  return at < 0 ? name : [...file.segments.slice(at + 1, -1), name].join('/');
}

function unknown(file: SourceFile): never {
  throw new SourceError(`${file.name}: could not infer a metadata type.`, start(file));
}

export const start = (file: SourceFile): { file: string; line: number; column: number } => ({ file: file.path, line: 1, column: 1 });
