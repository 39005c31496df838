/**
 * Starts the local org of the journeys and stops it when whoever started this program is gone: its standard input ends
 * then, also after a kill. So several test files share one org, and none is left behind.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [folder = '', dataDir = ''] = process.argv.slice(2);
const project = resolve(__dirname, '../../..');
const org = spawn(process.execPath, ['--require', './local-org/typescript.cjs', 'scripts/setup/start.ts', '--port', '0', '--data', dataDir, '--fresh'], { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] });
org.once('exit', (code) => {
  // What it said is read by those who wait for it.
  if (code) appendFileSync(join(folder, 'start.log'), '\nThe start ended.\n');
  else rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
process.stdin.resume();
process.stdin.once('end', () => org.kill('SIGTERM'));
