/** How many conformance cases no real org has confirmed yet: counted, never written by hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from '../../local-org/conformance/cases';
import { verifiedIn } from '../verify/report';
import type { Part } from './floors';

/** A case that came after the verification, or differed in it, is unverified. */
export function unverified(verifiedText: string | undefined, names: readonly string[]): readonly string[] {
  const verified = new Set(verifiedText === undefined ? [] : verifiedIn(verifiedText));
  return names.filter((name) => !verified.has(name));
}

function sentence(root: string): string {
  const file = join(root, 'docs/verified.md');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const left = unverified(text, CASES.map((each) => each.name)).length;
  if (text === undefined) return `All ${CASES.length} conformance cases are unverified: nobody has run \`npm run verify:org\` against a real org yet.`;
  return `${left} of ${CASES.length} conformance cases are unverified; [docs/verified.md](docs/verified.md) tells when and where the others were confirmed.`;
}

export const caseCount = (root: string): Part => ({ file: 'README.md', name: 'unverified', lines: () => [sentence(root)] });
