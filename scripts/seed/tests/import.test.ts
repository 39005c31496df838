/** Importing CSV files: what is right loads and is routed within the cap, what is wrong is told by file, row, column and cause. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { reset } from '../commands/reset';
import { writeIssues, type Issue } from '../import/issues';
import type { Mapping } from '../import/mapping';
import { printReport, routingReport, waitForPending } from '../import/report';
import { runImport, type ImportResult } from '../import/run';
import { pipelineFolder, pipelineMapping, startTestOrg, type TestOrg } from './support';

const TODAY = '2026-03-02';
const FILE = 'sales_pipeline.csv';
const CAP = 7;
/** Line of the first row that was won: only such rows have a value. */
const WON = 6;

let org: TestOrg;
beforeAll(async () => {
  org = await startTestOrg();
}, 180_000);
afterAll(() => org.close());

const load = (mapping: Mapping, folder: string): Promise<ImportResult> => runImport(org.connection, { mapping, folder, today: TODAY });
const where = (issue: Issue): string => `${issue.file}:${issue.row}:${issue.column}`;
const sum = (result: ImportResult, part: 'inserted' | 'updated'): number => result.reports.reduce((total, report) => total + report[part], 0);

/** Replaces a cell of the line (1 is the header) whose number is given. */
const cell = (line: number, column: number, value: string) => (lines: string[]): string[] =>
  lines.map((text, index) => {
    if (index !== line - 1) return text;
    const cells = text.split(',');
    cells[column] = value;
    return cells.join(',');
  });

describe('import of a pipeline that is right', () => {
  const mapping = pipelineMapping('sound', CAP);
  let result: ImportResult;
  beforeAll(async () => {
    result = await load(mapping, pipelineFolder());
    await waitForPending(org.connection, mapping);
  }, 120_000);

  it('GIVEN sixty rows WHEN they are imported THEN each is loaded: history as history, open rows as new leads', async () => {
    expect(result).toMatchObject({ rows: 60, loaded: 60, inError: 0, errors: [] });
    expect(await org.count("SELECT COUNT() FROM Lead WHERE PRM_Key__c LIKE 'sound:%' AND PRM_History__c = TRUE AND PRM_Outcome__c IN ('Won', 'Lost')")).toBe(34);
    expect(await org.count("SELECT COUNT() FROM Lead WHERE PRM_Key__c LIKE 'sound:%' AND PRM_History__c = FALSE")).toBe(26);
    expect(await org.count("SELECT COUNT() FROM Lead WHERE PRM_Key__c LIKE 'sound:%' AND PRM_History__c = TRUE AND IsConverted = TRUE")).toBe(0);
  });

  it('GIVEN rows without an account WHEN they are imported THEN their company is (unknown) and each is warned of once', async () => {
    expect(result.warnings).toHaveLength(9);
    expect(result.warnings.every((warning) => warning.column === 'account' && warning.file === FILE)).toBe(true);
    expect(await org.count("SELECT COUNT() FROM Lead WHERE PRM_Key__c LIKE 'sound:%' AND Company = '(unknown)'")).toBe(9);
  });

  it('GIVEN rows without an engage date WHEN they are imported THEN they bear the day of the import', async () => {
    expect(await org.count(`SELECT COUNT() FROM Lead WHERE PRM_Key__c LIKE 'sound:open:%' AND PRM_Engaged_Date__c = ${TODAY}`)).toBe(8);
  });

  it('GIVEN a cap of seven WHEN the open leads are routed THEN no partner holds more, counted from the rows by SQL, and the rest is queued for that reason', () => {
    const { sql } = org.running.platform.database;
    const held = sql.all(`SELECT o."PRM_Partner__c" AS "partner", COUNT(*) AS "n" FROM "PRM_Lead_Offer__c" o JOIN "Lead" l ON l."Id" = o."PRM_Lead__c"
      WHERE l."PRM_Key__c" LIKE 'sound:%' AND o."PRM_Status__c" IN ('Offered', 'Accepted') AND o."IsDeleted" = 0 GROUP BY o."PRM_Partner__c"`);
    expect(held.map((row) => row['n'])).toEqual([CAP, CAP, CAP]);
    const queued = sql.all(`SELECT "PRM_Routing_Reason__c" AS "reason", COUNT(*) AS "n" FROM "Lead" WHERE "PRM_Key__c" LIKE 'sound:%' AND "PRM_Routing_Status__c" = 'Queued' GROUP BY 1`);
    expect(queued).toEqual([{ reason: 'ALL_AT_CAPACITY', n: 5 }]);
  });

  it('GIVEN the import WHEN the report is printed THEN it names leads per partner, the cap and what is queued', async () => {
    const report = await routingReport(org.connection, mapping.prefix);
    expect(report.partners.map(({ partner, open, cap }) => ({ partner, open, cap }))).toEqual([{ partner: 'Iris Falk', open: 7, cap: 7 }, { partner: 'Jon Grade', open: 7, cap: 7 }, { partner: 'Kira Lund', open: 7, cap: 7 }]);
    expect(report.partners.reduce((total, each) => total + each.history, 0)).toBe(34);
    expect(printReport(report)).toMatch(/Iris Falk +7 +7 +\d+ {2}cap reached/);
  });

  it('GIVEN everything is there WHEN it is imported again THEN nothing changes', async () => {
    const again = await load(mapping, pipelineFolder());
    expect([sum(again, 'inserted'), sum(again, 'updated'), again.loaded]).toEqual([0, 0, 60]);
    expect(await org.count("SELECT COUNT() FROM Lead WHERE PRM_Key__c LIKE 'sound:%' AND PRM_Routing_Status__c = 'New'")).toBe(0);
  });

  it('GIVEN the import WHEN its prefix is reset THEN nothing of it is left and it can be imported again', async () => {
    await reset(org.connection, mapping.prefix);
    for (const object of ['Account', 'Lead', 'PRM_Routing_Rule__c', 'PRM_Agreement__c']) expect([object, await org.count(`SELECT COUNT() FROM ${object} WHERE PRM_Key__c LIKE 'sound:%'`)]).toEqual([object, 0]);
    for (const object of ['PRM_Lead_Offer__c', 'Contact']) expect([object, await org.count(`SELECT COUNT() FROM ${object}`)]).toEqual([object, 0]);
    expect(sum(await load(mapping, pipelineFolder()), 'inserted')).toBe(sum(result, 'inserted'));
  }, 60_000);
});

describe('import of a pipeline with faults', () => {
  const broken = {
    'a day that does not exist': { change: { [FILE]: cell(4, 5, '31-02-2017') }, at: `${FILE}:4:engage_date`, cause: /31-02-2017 is not a day written as DD-MM-YYYY/ },
    'a day in another order': { change: { [FILE]: cell(2, 6, '2017-13-01') }, at: `${FILE}:2:close_date`, cause: /2017-13-01 is not a day/ },
    'a key that stands twice': { change: { [FILE]: cell(9, 0, 'OPP00001') }, at: `${FILE}:9:opportunity_id`, cause: /OPP00001 stands in row 2 already/ },
    'an account that is named but unknown': { change: { [FILE]: cell(6, 3, 'Nobody Inc') }, at: `${FILE}:6:account`, cause: /Nobody Inc is not in accounts.csv/ },
    'a seller that is unknown': { change: { [FILE]: cell(10, 1, 'Zoe Nix') }, at: `${FILE}:10:sales_agent`, cause: /Zoe Nix is not in sales_teams.csv/ },
    'a product that is unknown': { change: { [FILE]: cell(3, 2, 'Anvil') }, at: `${FILE}:3:product`, cause: /Anvil is not in products.csv/ },
    'a stage that no step knows': { change: { [FILE]: cell(5, 4, 'Dreaming') }, at: `${FILE}:5:deal_stage`, cause: /No step of the mapping takes this row/ },
    'too few cells': { change: { [FILE]: (lines: string[]) => lines.map((line, index) => (index === 10 ? 'OPP00010,Abel Moor' : line)) }, at: `${FILE}:11:`, cause: /The row has 2 cells, the header 8/ },
    'too many cells': { change: { [FILE]: (lines: string[]) => lines.map((line, index) => (index === 11 ? `${line},more` : line)) }, at: `${FILE}:12:`, cause: /The row has 9 cells, the header 8/ },
    'an empty key': { change: { [FILE]: cell(13, 0, '') }, at: `${FILE}:13:opportunity_id`, cause: /key is empty|is empty/ },
    'a number that is none': { change: { [FILE]: cell(WON, 7, 'twelve') }, at: `${FILE}:${WON}:close_value`, cause: /twelve is not a number/ },
  };

  it.each(Object.entries(broken))('GIVEN %s WHEN it is imported THEN that row alone is told, the rest loads, and after mending only it is loaded', async (name, { change, at, cause }) => {
    const mapping = pipelineMapping(`f-${Object.keys(broken).indexOf(name)}`, 100);
    const first = await load(mapping, pipelineFolder(change));
    expect(first.errors.map(where)).toEqual([at]);
    expect(first.errors[0]?.cause).toMatch(cause);
    expect(first.errors[0]?.fix).not.toBe('');
    expect([first.rows, first.loaded, first.inError]).toEqual([60, 59, 1]);
    const second = await load(mapping, pipelineFolder());
    expect([second.loaded, second.inError, sum(second, 'inserted'), sum(second, 'updated')]).toEqual([60, 0, 1, 0]);
  }, 60_000);

  it('GIVEN a header that lacks a column WHEN it is imported THEN the header is told and no row is lost without a word', async () => {
    const result = await load(pipelineMapping('head', 100), pipelineFolder({ [FILE]: (lines) => [(lines[0] as string).replace('deal_stage', 'stage'), ...lines.slice(1)] }));
    expect(result.errors.map(where)).toEqual([`${FILE}:1:deal_stage`]);
    expect(result.errors[0]?.cause).toMatch(/lacks deal_stage; it has opportunity_id/);
    expect(result.rows).toBe(result.loaded + result.inError);
  });

  it('GIVEN a table that others look up is missing WHEN it is imported THEN the missing file is told, and every row that needed it', async () => {
    const folder = pipelineFolder();
    rmSync(join(folder, 'products.csv'));
    const result = await load(pipelineMapping('missing', 100), folder);
    expect(where(result.errors[0] as Issue)).toBe('products.csv:0:');
    expect(result.errors[0]?.cause).toMatch(/not in the folder/);
    expect([result.rows, result.loaded, result.inError]).toEqual([60, 0, 60]);
    expect(new Set(result.errors.filter((issue) => issue.file === FILE).map((issue) => issue.row)).size).toBe(60);
  });

  it.each([
    ['text with a quote that never closes', '"never closed\nabc'],
    ['bytes that are no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff, 0xfe])],
    ['nothing at all', ''],
  ])('GIVEN a file that is not CSV (%s) WHEN it is imported THEN one line says so', async (_name, content) => {
    const folder = pipelineFolder();
    writeFileSync(join(folder, FILE), content);
    const result = await load(pipelineMapping('nocsv', 100), folder);
    expect(result.errors).toHaveLength(1);
    expect(result.errors[0]).toMatchObject({ file: FILE, severity: 'error' });
    expect(result.errors[0]?.cause).toMatch(/not CSV|header lacks/);
    expect(result.loaded).toBe(0);
  });

  it('GIVEN a thousand unknown accounts WHEN they are imported THEN a thousand errors name their rows and the sixty others load', async () => {
    const more = Array.from({ length: 1000 }, (_unused, index) => `X${index},Abel Moor,Kettle One,Ghost ${index},Engaging,01-02-2017,,`);
    const result = await load(pipelineMapping('ghosts', 100), pipelineFolder({ [FILE]: (lines) => [...lines, ...more] }));
    expect([result.rows, result.loaded, result.inError, result.errors.length]).toEqual([1060, 60, 1000, 1000]);
    expect(result.errors[999]).toMatchObject({ row: 1061, column: 'account', value: 'Ghost 999' });
  });

  it('GIVEN values that a spreadsheet would run WHEN errors are written THEN they are text, and no column is missing', async () => {
    const evil = ['=HYPERLINK("http://x")', '+1+1', '-2', '@SUM(A1)'];
    const result = await load(pipelineMapping('evil', 100), pipelineFolder({ [FILE]: (lines) => [...lines, ...evil.map((value, index) => `E${index},Abel Moor,Kettle One,"${value.replace(/"/g, '""')}",Engaging,01-02-2017,,`)] }));
    const folder = mkdtempSync(join(tmpdir(), 'seed-errors-'));
    const file = join(folder, 'errors.csv');
    writeIssues(file, result.errors);
    const written = parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[];
    expect(written.map((row) => row['value'])).toEqual(evil.map((value) => `'${value}`));
    for (const row of written) {
      expect(Object.keys(row)).toEqual(['file', 'row', 'column', 'value', 'cause', 'fix']);
      expect(Object.values(row).filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
      expect(Object.values(row).filter((text) => text === '')).toEqual([]);
    }
    rmSync(folder, { recursive: true });
  });

  it('GIVEN a record that the org refuses WHEN it is imported THEN the row, the column and the code of the org are told', async () => {
    const result = await load(pipelineMapping('refused', 100), pipelineFolder({ [FILE]: (lines) => [...lines, `R1,Abel Moor,Kettle One,Delta Orchard,Won,01-02-2017,01-03-2017,${'9'.repeat(30)}`] }));
    expect(result.errors).toHaveLength(1);
    expect(result.errors[0]).toMatchObject({ file: FILE, row: 62, column: 'close_value' });
    expect(result.errors[0]?.cause).toMatch(/^[A-Z_]+: /);
    expect([result.rows, result.loaded, result.inError]).toEqual([61, 60, 1]);
  });
});
