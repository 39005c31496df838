/** How components lie in a deployment's zip file (Metadata API, "Metadata Types"), and what of them is cut into files of its own here. */
import { COMPONENT_TYPES } from '../metadata/components';
import { OBJECT_PARTS } from '../metadata/objectParts';

export interface Cut {
  /** Metadata type of the piece. */
  readonly type: string;
  /** Element of the piece that names it. */
  readonly key: string;
  /** Full name in `package.xml`, of the file's name and the piece's. */
  fullName(file: string, piece: string): string;
  /** Path of the source file. */
  path(file: string, piece: string): string;
  readonly root: string;
  /** The piece stays an element below the root. */
  readonly wrapped?: string;
}

const part = (type: string, folder: string, suffix: string): Cut => ({
  type, key: 'fullName', root: type, fullName: (object, piece) => `${object}.${piece}`, path: (object, piece) => `objects/${object}/${folder}/${piece}.${suffix}-meta.xml`,
});

/** Type of the file to element to what becomes of it. */
export const CUTS: Readonly<Record<string, Readonly<Record<string, Cut>>>> = {
  CustomObject: { fields: part('CustomField', 'fields', 'field'), ...Object.fromEntries(Object.entries(OBJECT_PARTS).map(([folder, { root, suffix }]) => [folder, part(root, folder, suffix)])) },
  CustomObjectTranslation: {
    fields: { type: 'CustomFieldTranslation', key: 'name', root: 'CustomFieldTranslation', fullName: (file, piece) => `${file}.${piece}`, path: (file, piece) => `objectTranslations/${file}/${piece}.fieldTranslation-meta.xml` },
  },
  CustomLabels: { labels: { type: 'CustomLabel', key: 'fullName', root: 'CustomLabels', wrapped: 'labels', fullName: (_file, piece) => piece, path: (_file, piece) => `labels/${piece}.labels-meta.xml` } },
};

/** A file that holds components of its own type name beside what is cut off: without them there is nothing left of it. */
export const ONLY_PIECES: ReadonlySet<string> = new Set(['CustomLabels']);

/** Deployed on top of what is there: elements of these names are told apart by this element, the others replace their like. */
export const MERGED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SharingRules: { sharingCriteriaRules: 'fullName', sharingOwnerRules: 'fullName', sharingGuestRules: 'fullName', sharingTerritoryRules: 'fullName' },
  Translations: { customApplications: 'name', customLabels: 'name', customTabs: 'name', customPageWebLinks: 'name', quickActions: 'name', reportTypes: 'name', globalPicklists: 'name' },
  Profile: {
    applicationVisibilities: 'application', classAccesses: 'apexClass', customMetadataTypeAccesses: 'name', customPermissions: 'name', customSettingAccesses: 'name', fieldPermissions: 'field', flowAccesses: 'flow',
    layoutAssignments: 'layout', objectPermissions: 'object', pageAccesses: 'apexPage', recordTypeVisibilities: 'recordType', tabVisibilities: 'tab', userPermissions: 'name',
  },
};

/** Parts that `package.xml` names beside their file, by type of the file and element. */
export const NAMED_PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SharingRules: { sharingCriteriaRules: 'SharingCriteriaRule', sharingOwnerRules: 'SharingOwnerRule', sharingGuestRules: 'SharingGuestRule', sharingTerritoryRules: 'SharingTerritoryRule' },
};

/** Suffix in the zip file to metadata type, of what lies in one file. */
const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(COMPONENT_TYPES).map(([type, entry]): [string, string] => [entry.suffix, type]),
  ['object', 'CustomObject'], ['objectTranslation', 'CustomObjectTranslation'], ['labels', 'CustomLabels'], ['cls', 'ApexClass'], ['trigger', 'ApexTrigger'], ['md', 'CustomMetadata'],
  ['globalValueSet', 'GlobalValueSet'], ['standardValueSet', 'StandardValueSet'], ['settings', 'Settings'],
]);

/** `reports/Sales-meta.xml` is a folder. */
const FOLDERS: Readonly<Record<string, readonly [type: string, suffix: string]>> = { reports: ['Report', 'reportFolder'], dashboards: ['Dashboard', 'dashboardFolder'], email: ['EmailTemplate', 'emailFolder'] };
/** Files of a folder that belong together. */
const BUNDLES: Readonly<Record<string, readonly [type: string, depth: number]>> = { lwc: ['LightningComponentBundle', 2], digitalExperiences: ['DigitalExperienceBundle', 3] };

export interface Place {
  readonly type: string;
  readonly fullName: string;
  /** Source path of a file that is taken as it is. */
  readonly path: string;
  /** A second file of a component: source beside its metadata file. */
  readonly secondary?: boolean;
}

/** Which component a path of the zip file belongs to; undefined where no type has such a file. */
export function placeOf(path: string): Place | undefined {
  const segments = path.split('/');
  const [folder = ''] = segments;
  const bundle = BUNDLES[folder];
  if (bundle) return segments.length > bundle[1] ? { type: bundle[0], fullName: segments.slice(1, bundle[1]).join('/'), path } : undefined;
  if (folder === 'staticresources' && segments.length === 2) {
    const match = /^(.+)\.resource(-meta\.xml)?$/.exec(segments[1] as string);
    return match ? { type: 'StaticResource', fullName: match[1] as string, path, ...(match[2] ? {} : { secondary: true }) } : undefined;
  }
  const tree = FOLDERS[folder];
  const below = segments.slice(1).join('/');
  if (tree && /^[^.]+-meta\.xml$/.test(segments.at(-1) as string)) return { type: tree[0], fullName: below.slice(0, -'-meta.xml'.length), path: path.replace(/-meta\.xml$/, `.${tree[1]}-meta.xml`) };
  const match = /^(.+?)\.(\w+)(-meta\.xml)?$/.exec(segments.at(-1) as string);
  const type = match ? SUFFIXES.get(match[2] as string) : undefined;
  if (!match || !type || segments.length < 2) return undefined;
  const code = type === 'ApexClass' || type === 'ApexTrigger' || type === 'EmailTemplate';
  if (match[3] && !code) return undefined;
  const fullName = tree ? below.slice(0, -(`.${match[2]}${match[3] ?? ''}`.length)) : decodeURIComponent(match[1] as string);
  if (code) return { type, fullName, path, ...(match[3] ? { secondary: true } : {}) };
  return { type, fullName, path: type === 'CustomObjectTranslation' ? `objectTranslations/${fullName}/${fullName}.objectTranslation-meta.xml` : type === 'CustomObject' ? `objects/${fullName}/${fullName}.object-meta.xml` : `${path}-meta.xml` };
}
