/** A part of `npm run test:long`: the whole verification, package and all cases, against a second local org: node scripts/check/long/verify.ts [--report FILE] */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CASES } from '../../../local-org/conformance/cases';
import { verifiedIn } from '../../verify/report';
import { command, secondOrg } from '../../verify/tests/support';

interface Case { readonly name: string; readonly outcome: 'passed' | 'failed'; readonly message?: string; }

async function run(): Promise<Case[]> {
  const org = await secondOrg();
  try {
    const out = join(org.folder, 'verified.md');
    const end = await command(...org.logIn, '--out', out);
    process.stdout.write(end.out);
    if (end.err) process.stderr.write(end.err);
    const text = end.err === '' ? readFileSync(out, 'utf8') : '';
    const verified = new Set(verifiedIn(text));
    const whole: Case = end.code === 0 ? { name: 'the command ends well', outcome: 'passed' } : { name: 'the command ends well', outcome: 'failed', message: `exit code ${end.code}\n${end.err}${text.split('## Verified cases')[0] ?? ''}` };
    return [whole, ...CASES.map((each): Case => (verified.has(each.name) ? { name: each.name, outcome: 'passed' } : { name: each.name, outcome: 'failed', message: 'Not verified over the network' }))];
  } finally {
    await org.close();
  }
}

void run().then((cases) => {
  const at = process.argv.indexOf('--report');
  const report = at > 0 ? process.argv[at + 1] : undefined;
  if (report) {
    mkdirSync(dirname(report), { recursive: true });
    writeFileSync(report, JSON.stringify({ cases }));
  }
  const failed = cases.filter((each) => each.outcome === 'failed');
  for (const each of failed) process.stdout.write(`failed: ${each.name}\n${each.message ?? ''}\n`);
  process.stdout.write(`${cases.length - failed.length} passed, ${failed.length} failed of ${cases.length}\n`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}, (failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);
  process.exitCode = 1;
});
