/** What must not stand in the repository: knowledge of the package in the local org, paths and hosts of one machine. */
import { execFileSync } from 'node:child_process';
import { filesBelow, lineAt, textOf } from './files';
import type { Gate } from './gate';

/** The three letters of the package's prefix, spelt so that this file does not hold them in one piece. */
const PREFIX = ['p', 'r', 'm'].join('');

export const localOrgIsGeneral: Gate = {
  name: 'the local org knows nothing of the package',
  run(root) {
    const findings: string[] = [];
    const expression = new RegExp(PREFIX, 'gi');
    for (const file of filesBelow(root, 'local-org', (path) => /\.(ts|js|json|md|html|css|xml|cls|trigger)$/.test(path))) {
      if (new RegExp(PREFIX, 'i').test(file)) findings.push(`${file}: the file name bears the package's prefix`);
      const text = textOf(root, file);
      for (const found of text.matchAll(expression)) findings.push(`${file}:${lineAt(text, found.index)}: bears the package's prefix`);
    }
    return findings;
  },
};

const UNWANTED: readonly { readonly expression: RegExp; readonly why: string }[] = [
  { expression: /(^|[\s"'`(=])\/(home|Users|root|work)\/[\w.-]+/g, why: 'a path of one machine' },
  { expression: /\b(TODO|FIXME)\b|(\/\/|\*)\s*XXX\b/g, why: 'work left undone' },
  { expression: /"resolved":\s*"https?:/g, why: "a registry's host" },
  { expression: /\b(jest|describe|it|test)\.(only|skip)\(|\b(fdescribe|fit|xdescribe|xit)\(/g, why: 'a focused or skipped test' },
];

export const hygiene: Gate = {
  name: 'nothing of one machine, nothing left undone',
  run(root) {
    const findings: string[] = [];
    let files: string[];
    try {
      files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n').filter(Boolean);
    } catch {
      files = filesBelow(root, '.');
    }
    for (const file of files.filter((path) => /\.(ts|js|mjs|json|md|html|css|xml|cls|trigger|yml)$/.test(path) && !path.includes('scripts/check/'))) {
      let text: string;
      try {
        text = textOf(root, file);
      } catch {
        continue; // listed by git, deleted in the working tree
      }
      for (const { expression, why } of UNWANTED) for (const found of text.matchAll(expression)) findings.push(`${file}:${lineAt(text, found.index)}: ${why}: ${found[0].trim()}`);
    }
    return findings;
  },
};
