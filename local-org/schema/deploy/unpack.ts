/** From the files of a deployment in metadata format to components and their source files. */
import { unzipSync } from 'fflate';
import { NotModelledError, SourceError } from '../errors';
import { REFUSED } from '../metadata/table';
import { parseXml } from '../source/xml';
import { withoutParts, wrapXml, xmlParts, xmlText, type XmlPart } from '../source/xmlParts';
import { CUTS, NAMED_PARTS, ONLY_PIECES, placeOf } from './formats';

/** A source file that a deployment makes, and where in the zip file it comes from. */
export interface DeployedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Lines that stand before its first one in the file of the zip. */
  readonly linesBefore: number;
}

export interface DeployedComponent {
  readonly type: string;
  readonly fullName: string;
  /** As the deployment named it, its top folder included. */
  readonly fileName: string;
  readonly files: readonly DeployedFile[];
}

/** What is wrong with one file or name of a deployment. */
export interface PackageFault { readonly type: string; readonly fullName: string; readonly fileName: string; readonly problem: string; readonly line?: number; readonly column?: number; }

export interface Unpacked {
  readonly components: readonly DeployedComponent[];
  /** Named in a destructiveChanges file. */
  readonly removed: readonly { readonly type: string; readonly fullName: string; readonly fileName: string }[];
  readonly faults: readonly PackageFault[];
}

export interface UnpackOptions { readonly allowMissingFiles: boolean; }

const DESTRUCTIVE = ['destructiveChangesPre.xml', 'destructiveChanges.xml', 'destructiveChangesPost.xml'];
const text = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, 'utf8'));

/** Reads the files of a zip in metadata format; `package.xml` lies at its root or in one folder. */
export function unpack(entries: ReadonlyMap<string, Uint8Array>, options: UnpackOptions): Unpacked {
  const manifest = [...entries.keys()].find((path) => /^([^/]+\/)?package\.xml$/.test(path));
  if (!manifest) return { components: [], removed: [], faults: [{ type: '', fullName: 'package.xml', fileName: 'package.xml', problem: 'No package.xml found' }] };
  const top = manifest.slice(0, -'package.xml'.length);
  const faults: PackageFault[] = [];
  const drafts = new Map<string, { type: string; fullName: string; fileName: string; files: DeployedFile[] }>();
  const add = (type: string, fullName: string, fileName: string, file: DeployedFile): void => {
    const key = `${type} ${fullName}`;
    const known = drafts.get(key);
    if (known) known.files.push(file);
    else drafts.set(key, { type, fullName, fileName, files: [file] });
  };
  for (const [name, bytes] of entries) {
    if (name.endsWith('/') || !name.startsWith(top)) continue;
    const path = name.slice(top.length);
    if (path === 'package.xml' || DESTRUCTIVE.includes(path)) continue;
    try {
      unpackFile(path, bytes, (type, fullName, file) => add(type, fullName, name, file));
    } catch (failure) {
      if (!(failure instanceof SourceError)) throw failure;
      faults.push({ type: '', fullName: path.replace(/^.*\//, ''), fileName: name, problem: failure.problem, ...(failure.position ? { line: failure.position.line, column: failure.position.column } : {}) });
    }
  }
  try {
    const named = members(manifest, entries.get(manifest) as Uint8Array);
    const removed = DESTRUCTIVE.flatMap((each) => {
      const bytes = entries.get(top + each);
      return bytes ? [...members(top + each, bytes)].flatMap(([type, names]) => [...names].map((fullName) => ({ type, fullName, fileName: top + each }))) : [];
    });
    faults.push(...unmatched([...drafts.values()], named, manifest, options));
    return { components: [...drafts.values()], removed, faults };
  } catch (failure) {
    if (!(failure instanceof SourceError)) throw failure;
    return { components: [], removed: [], faults: [{ type: '', fullName: 'package.xml', fileName: manifest, problem: failure.problem, ...(failure.position ? { line: failure.position.line, column: failure.position.column } : {}) }] };
  }
}

function unpackFile(path: string, bytes: Uint8Array, add: (type: string, fullName: string, file: DeployedFile) => void): void {
  const place = placeOf(path);
  if (!place) {
    const refused = REFUSED[/\.(\w+)(-meta\.xml)?$/.exec(path)?.[1] ?? ''];
    if (refused) throw new NotModelledError(refused);
    throw new SourceError(`Unknown file extension or folder of the file ${path}`);
  }
  const cuts = CUTS[place.type];
  if (!cuts) {
    if (place.type === 'StaticResource' && place.secondary) return unpackResource(place.fullName, bytes, (file) => add(place.type, place.fullName, file));
    return add(place.type, place.fullName, { path: place.path, bytes, linesBefore: 0 });
  }
  const whole = xmlParts(path, xmlText(bytes));
  const pieces = whole.parts.filter((each) => cuts[each.name]);
  for (const each of pieces) {
    const cut = cuts[each.name] as NonNullable<(typeof cuts)[string]>;
    const name = each.values.get(cut.key);
    if (!name) throw new SourceError(`Required field is missing: ${cut.key}`, { file: path, line: each.line, column: 1 });
    add(cut.type, cut.fullName(place.fullName, name), { path: cut.path(place.fullName, name), bytes: text(wrapXml(cut.root, pieceText(whole.text, each, cut.wrapped))), linesBefore: each.line - 1 });
  }
  if (pieces.length < whole.parts.length || (pieces.length === 0 && !ONLY_PIECES.has(place.type))) add(place.type, place.fullName, { path: place.path, bytes: text(withoutParts(whole, pieces)), linesBefore: 0 });
}

function pieceText(whole: string, piece: XmlPart, wrapped: string | undefined): string {
  return wrapped ? whole.slice(piece.start, piece.end) : whole.slice(piece.innerStart, piece.innerEnd);
}

/** A zip file among the static resources lies as a folder in source format: its files are served one by one. */
function unpackResource(name: string, bytes: Uint8Array, add: (file: DeployedFile) => void): void {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  if (!isZip) return add({ path: `staticresources/${name}.resource`, bytes, linesBefore: 0 });
  for (const [path, content] of Object.entries(unzipSync(bytes))) if (!path.endsWith('/')) add({ path: `staticresources/${name}/${path}`, bytes: content, linesBefore: 0 });
}

/** `package.xml` and its destructive kin: type to names. */
function members(file: string, bytes: Uint8Array): Map<string, Set<string>> {
  const root = parseXml(file, xmlText(bytes));
  if (root.name !== 'Package') throw new SourceError(`The root element must be Package, found ${root.name}.`, root.position);
  const named = new Map<string, Set<string>>();
  for (const types of root.all('types')) {
    const type = types.value('name');
    if (!type) throw new SourceError('Required field is missing: name (in PackageTypeMembers).', types.position);
    const names = named.get(type) ?? new Set<string>();
    for (const member of types.all('members')) names.add(member.text);
    named.set(type, names);
  }
  return named;
}

/** `SharingOwnerRule Account.Partners` and the like. */
function partsNamed({ type, fullName, files }: DeployedComponent): string[] {
  const parts = NAMED_PARTS[type];
  if (!parts) return [];
  return files.flatMap((file) => xmlParts(file.path, xmlText(file.bytes)).parts.flatMap((each) => (parts[each.name] ? [`${parts[each.name]} ${fullName}.${each.values.get('fullName') ?? ''}`] : [])));
}

/** Folders of reports and their kin are members of the type of what they hold. */
function unmatched(components: readonly DeployedComponent[], named: ReadonlyMap<string, ReadonlySet<string>>, manifest: string, options: UnpackOptions): PackageFault[] {
  const faults: PackageFault[] = [];
  const has = (type: string, fullName: string): boolean => Boolean(named.get(type)?.has(fullName) || named.get(type)?.has('*'));
  const parents: Readonly<Record<string, string>> = { CustomFieldTranslation: 'CustomObjectTranslation', CustomLabel: 'CustomLabels' };
  for (const each of components) {
    const owner = each.fullName.split('.')[0] as string;
    const inParent = Object.keys(CUTS).some((type) => Object.values(CUTS[type] ?? {}).some((cut) => cut.type === each.type) && has(type, type === 'CustomLabels' ? 'CustomLabels' : owner));
    if (has(each.type, each.fullName) || inParent || has(parents[each.type] ?? '', owner)) continue;
    // A file that came for the sake of its pieces: what is left of it is not asked for.
    if (CUTS[each.type] || partsNamed(each).some((part) => has(...(part.split(' ') as [string, string])))) continue;
    faults.push({ type: each.type, fullName: each.fullName, fileName: each.fileName, problem: 'Not in package.xml' });
  }
  const present = new Set(components.flatMap((each) => [`${each.type} ${each.fullName}`, `${each.type} ${each.fullName.split('.')[0]}`, ...partsNamed(each)]));
  for (const [type, names] of named) {
    for (const fullName of names) {
      if (fullName === '*' || options.allowMissingFiles || present.has(`${type} ${fullName}`)) continue;
      const pieces = CUTS[type];
      if (pieces && components.some((each) => Object.values(pieces).some((cut) => cut.type === each.type) && (type === 'CustomLabels' || each.fullName.startsWith(`${fullName}.`)))) continue;
      faults.push({ type: '', fullName, fileName: manifest, problem: `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory` });
    }
  }
  return faults;
}
