/** What it costs to begin: the Apex suite, the first test with nothing compiled, `npm start`. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, type Benchmark, type Measure } from './benchmark';
import { ROOT } from './org';

export const suite: Benchmark = {
  name: 'local-org',
  async run(runs) {
    const whole: number[] = [];
    const first: number[] = [];
    for (let run = 0; run < runs; run++) {
      whole.push(wall(['local-org/cli/main.ts', 'test', '--json']));
      rmSync(join(ROOT, '.cache', 'apex'), { recursive: true, force: true });
      first.push(wall(['local-org/cli/main.ts', 'test', '--json', '--class', 'PrmRoundRobinTest', '--workers', '1']));
    }
    return [
      { what: 'whole Apex suite', value: median(whole) / 1000, unit: 's', budget: 60 },
      { what: 'nothing compiled, to the end of the first test class', value: median(first) / 1000, unit: 's', budget: 4 },
    ];
  },
};

function wall(args: readonly string[]): number {
  const started = performance.now();
  const result = spawnSync(process.execPath, ['--require', './local-org/typescript.cjs', ...args], { cwd: ROOT, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${args.join(' ')} ended with ${result.status}: ${result.stdout.slice(-500)}${result.stderr.slice(-500)}`);
  return performance.now() - started;
}

export const start: Benchmark = {
  name: 'start',
  async run(runs) {
    const cold: number[] = [];
    const warm: number[] = [];
    const folder = mkdtempSync(join(tmpdir(), 'start-'));
    try {
      for (let run = 0; run < runs; run++) {
        rmSync(join(ROOT, '.cache'), { recursive: true, force: true });
        rmSync(folder, { recursive: true, force: true });
        cold.push(await untilReady(folder));
        warm.push(await untilReady(folder));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const measures: Measure[] = [
      { what: 'npm start, all caches deleted, demo data', value: median(cold) / 1000, unit: 's', budget: 45 },
      { what: 'npm start again', value: median(warm) / 1000, unit: 's', budget: 10 },
    ];
    return measures;
  },
};

function untilReady(folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--require', './local-org/typescript.cjs', 'scripts/setup/start.ts', '--port', '0', '--data', folder], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let ready = 0;
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!ready && text.includes('Local org ready at')) {
        ready = performance.now() - started;
        child.kill('SIGINT');
      }
    });
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('exit', () => (ready ? resolve(ready) : reject(new Error(`npm start ended early: ${text.slice(-500)}`))));
  });
}
