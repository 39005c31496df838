/** Every metadata XML file held against the platform's published types: elements known, required ones there, values of their enums. */
import { join } from 'node:path';
import ts from 'typescript';
import { SourceError, parseXml, type XmlElement } from '../../../local-org/schema';
import { filesBelow, textOf } from './files';
import type { Gate } from './gate';

interface FieldShape { readonly type: string; readonly optional: boolean; readonly list: boolean; }
interface Shapes { readonly objects: ReadonlyMap<string, ReadonlyMap<string, FieldShape>>; readonly enums: ReadonlyMap<string, ReadonlySet<string>>; }

/** Elements the types call required though source format leaves them out: identity comes from the file name, lists of one field may be absent. */
const REQUIRED_EXCEPTIONS: ReadonlySet<string> = new Set([
  // API 67 requires it; the source is API 66.
  'Queue.doesIncludeBosses',
]);

/** Elements the Metadata API Developer Guide documents, or Salesforce's own site generator writes, and the declarations lack. */
const DOCUMENTED_ONLY: ReadonlySet<string> = new Set(['CustomField.displayLocationInDecimal', 'CustomSite.allowGuestPaymentsApi']);

/** Values of enums likewise: every Experience Cloud site is a ChatterNetwork. */
const DOCUMENTED_VALUES: ReadonlySet<string> = new Set(['SiteType.ChatterNetwork']);

/** Types the published declarations do not hold. */
const NOT_PUBLISHED: ReadonlySet<string> = new Set(['DigitalExperienceConfig', 'DigitalExperienceBundle']);

let cached: Shapes | undefined;

/** Reads the declarations of `@salesforce/types/metadata` as syntax: objects with their fields, unions of text as enums. */
function shapes(): Shapes {
  if (cached) return cached;
  const file = join(require.resolve('@salesforce/types/metadata'), '..', 'metadata.d.ts');
  const source = ts.createSourceFile(file, ts.sys.readFile(file) ?? '', ts.ScriptTarget.Latest);
  const objects = new Map<string, Map<string, FieldShape>>();
  const bases = new Map<string, string[]>();
  const enums = new Map<string, Set<string>>();
  for (const statement of source.statements) {
    if (!ts.isTypeAliasDeclaration(statement)) continue;
    const name = statement.name.text;
    const parts = ts.isIntersectionTypeNode(statement.type) ? [...statement.type.types] : [statement.type];
    const fields = new Map<string, FieldShape>();
    for (const part of parts) {
      if (ts.isTypeReferenceNode(part)) bases.set(name, [...(bases.get(name) ?? []), part.typeName.getText(source)]);
      if (ts.isTypeLiteralNode(part)) {
        for (const member of part.members) {
          if (!ts.isPropertySignature(member) || !member.type) continue;
          const list = ts.isArrayTypeNode(member.type);
          fields.set(member.name.getText(source), { type: (list ? (member.type as ts.ArrayTypeNode).elementType : member.type).getText(source), optional: Boolean(member.questionToken), list });
        }
        objects.set(name, fields);
      }
      if (ts.isUnionTypeNode(part) && part.types.every((each) => ts.isLiteralTypeNode(each))) enums.set(name, new Set(part.types.map((each) => ((each as ts.LiteralTypeNode).literal as ts.StringLiteral).text)));
      if (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal)) enums.set(name, new Set([part.literal.text]));
    }
  }
  const inherited = (name: string): Map<string, FieldShape> => new Map([...(bases.get(name) ?? []).flatMap((base) => [...inherited(base)]), ...(objects.get(name) ?? [])]);
  cached = { objects: new Map([...objects.keys()].map((name) => [name, inherited(name)])), enums };
  return cached;
}

function check(element: XmlElement, type: string, known: Shapes, findings: string[]): void {
  const fields = known.objects.get(type);
  if (!fields) return;
  const where = (each: XmlElement): string => `${each.position.file}:${each.position.line}:${each.position.column}`;
  let last = '';
  const closed = new Set<string>();
  const seen = new Map<string, number>();
  for (const child of element.children) {
    const field = fields.get(child.name);
    if (!field) {
      if (DOCUMENTED_ONLY.has(`${type}.${child.name}`)) continue;
      findings.push(`${where(child)}: ${type} has no element ${child.name}`);
      continue;
    }
    if (child.name !== last && closed.has(child.name)) findings.push(`${where(child)}: elements ${child.name} must stand together`);
    closed.add(child.name);
    last = child.name;
    seen.set(child.name, (seen.get(child.name) ?? 0) + 1);
    if (!field.list && (seen.get(child.name) ?? 0) > 1) findings.push(`${where(child)}: ${child.name} may stand once`);
    checkValue(child, field, known, findings, where(child));
  }
  for (const [name, field] of fields) {
    if (!field.optional && !field.list && !seen.has(name) && !REQUIRED_EXCEPTIONS.has(`${type}.${name}`)) findings.push(`${where(element)}: ${type} needs the element ${name}`);
  }
}

function checkValue(element: XmlElement, field: FieldShape, known: Shapes, findings: string[], where: string): void {
  const values = known.enums.get(field.type);
  if (values && !values.has(element.text) && !DOCUMENTED_VALUES.has(`${field.type}.${element.text}`)) findings.push(`${where}: ${element.name} is ${element.text || 'empty'}; ${field.type} is one of ${[...values].slice(0, 20).join(', ')}`);
  else if (field.type === 'boolean' && !/^(true|false)$/.test(element.text)) findings.push(`${where}: ${element.name} must be true or false, not ${element.text || 'empty'}`);
  else if (field.type === 'number' && !/^-?\d+(\.\d+)?$/.test(element.text)) findings.push(`${where}: ${element.name} must be a number, not ${element.text || 'empty'}`);
  else if (known.objects.has(field.type)) check(element, field.type, known, findings);
}

export const metadataTypes: Gate = {
  name: "metadata against the platform's published types",
  run(root) {
    const findings: string[] = [];
    const known = shapes();
    for (const path of filesBelow(root, 'force-app', (each) => each.endsWith('-meta.xml'))) {
      let element: XmlElement;
      try {
        element = parseXml(path, textOf(root, path));
      } catch (failure) {
        if (!(failure instanceof SourceError)) throw failure;
        findings.push(failure.message);
        continue;
      }
      const type = element.name;
      if (NOT_PUBLISHED.has(type)) continue;
      if (!known.objects.has(type)) findings.push(`${path}: there is no metadata type ${type}`);
      else check(element, type, known, findings);
    }
    return findings;
  },
};
