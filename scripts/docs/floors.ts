/** What each floor of the local org supports, from its own tables, as lines of its README. */
import { supportList as apexLibrary } from '../../local-org/apex';
import { annotationNames } from '../../local-org/apex/compiler/annotations';
import { supportList as database } from '../../local-org/database';
import { supportList as formula } from '../../local-org/formula';
import { supportList as schema } from '../../local-org/schema';
import { supportList as security } from '../../local-org/security';
import { supportList as server } from '../../local-org/server';
import { supportList as web } from '../../local-org/web';

/** Heading to names. */
type Lists = Readonly<Record<string, readonly string[]>>;

export interface Part { readonly file: string; /** Name of its markers. */ readonly name: string; lines(): readonly string[]; }

const bullets = (lists: Lists): readonly string[] => Object.entries(lists).map(([heading, names]) => (names.length > 0 ? `- ${heading}: ${names.join(', ')}.` : `- ${heading}.`));

function schemaLists(): Lists {
  const list = schema();
  return {
    'Metadata types with a model': list.typed, 'Metadata types held as checked XML': list.components, 'Parts of objects': list.objectParts, 'Field types': list.fieldTypes, 'Standard objects': list.standardObjects,
    'Features of an org shape': list.features, 'Refused by name': list.refused,
  };
}

function formulaLists(): Lists {
  const { supported, refused } = formula();
  return { Functions: supported.map((each) => each.name), 'Refused by name': refused };
}

/** One entry a list; the floors themselves say what stands in it. */
export const FLOORS: readonly Part[] = [
  { file: 'local-org/schema/README.md', name: 'supported', lines: () => bullets(schemaLists()) },
  { file: 'local-org/formula/README.md', name: 'supported', lines: () => bullets(formulaLists()) },
  { file: 'local-org/database/README.md', name: 'supported', lines: () => bullets(database()) },
  { file: 'local-org/security/README.md', name: 'supported', lines: () => bullets(security()) },
  { file: 'local-org/apex/compiler/README.md', name: 'supported', lines: () => bullets({ Annotations: annotationNames }) },
  // One class a line, as it is looked up.
  { file: 'local-org/apex/library/README.md', name: 'supported', lines: () => Object.entries(apexLibrary()).map(([name, members]) => `- ${name}${members.length > 0 ? `: ${members.join(', ')}` : ''}`) },
  { file: 'local-org/server/README.md', name: 'supported', lines: () => bullets(server()) },
  { file: 'local-org/web/README.md', name: 'supported', lines: () => bullets(web()) },
];
