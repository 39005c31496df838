/** The local org beside bare SQLite: one record in, 2,000 rows out. Test suite, start-up. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import { median, timed, type Benchmark, type Measure } from './benchmark';
import { ROOT, benchOrg, drain } from './org';

const ROWS = 2000;

/** Bare SQLite doing what the same statements cost: one row into a table like Lead with its indexes, 2,000 rows out. */
async function bare(runs: number): Promise<{ insert: number; query: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'));
  const database = new Database(join(folder, 'bare.sqlite'));
  try {
    const columns = Array.from({ length: 70 }, (_unused, index) => `"c${index}"`);
    database.exec('PRAGMA locking_mode=exclusive');
    database.exec(`CREATE TABLE "t" ("Id" TEXT PRIMARY KEY, ${columns.join(', ')})`);
    for (const name of ['c1', 'c2', 'c3', 'c4']) database.exec(`CREATE INDEX "i${name}" ON "t" ("${name}")`);
    const statement = database.prepare(`INSERT INTO "t" VALUES (${Array(71).fill('?').join(', ')})`);
    let next = 0;
    const row = (): string[] => [String(next++).padStart(18, '0'), ...columns.map((_name, index) => `value ${index}`)];
    database.exec('BEGIN');
    for (let index = 0; index < ROWS; index++) statement.run(row());
    database.exec('COMMIT');
    const insert = await timed(runs * 10, () => {
      database.exec('BEGIN');
      statement.run(row());
      database.exec('COMMIT');
    });
    const query = await timed(runs, () => database.all(`SELECT "Id", "c1", "c2", "c3", "c4" FROM "t" ORDER BY "Id" LIMIT ${ROWS}`));
    statement.finalize();
    return { insert, query };
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const localOrg: Benchmark = {
  name: 'local-org',
  async run(runs) {
    const base = await bare(runs);
    const org = await benchOrg({ leads: 0, file: true });
    try {
      let next = 0;
      const one = async (): Promise<void> => {
        const result = await org.connection.sobject('Lead').create({ LastName: `One ${next++}`, Company: 'One', PRM_Country_Code__c: 'NO' });
        if (!result.success) throw new Error(JSON.stringify(result.errors));
      };
      await one();
      const insert = await timed(runs * 10, one);
      for (let at = 0; at < ROWS; at += 200) await org.connection.sobject('Lead').create(Array.from({ length: 200 }, (_unused, index) => ({ LastName: `Q${at + index}`, Company: 'Many', PRM_History__c: true })));
      drain(org.running);
      const read = async (): Promise<void> => {
        const { totalSize } = await org.connection.query(`SELECT Id, LastName, Company, Status, OwnerId FROM Lead ORDER BY Id LIMIT ${ROWS}`);
        if (totalSize !== ROWS) throw new Error(`${totalSize} rows instead of ${ROWS}`);
      };
      await read();
      const query = await timed(runs, read);
      return [
        { what: 'one lead in by HTTP, with triggers', value: insert, unit: 'ms', baseline: { what: 'bare SQLite', value: base.insert } },
        { what: 'the same, times one bare row in one bare table', value: insert / base.insert, unit: '×' },
        { what: `${ROWS} leads out by HTTP`, value: query, unit: 'ms', baseline: { what: 'bare SQLite', value: base.query } },
        { what: 'the same, times bare SQLite', value: query / base.query, unit: '×' },
      ];
    } finally {
      await org.close();
    }
  },
};

export const suite: Benchmark = {
  name: 'apex',
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
