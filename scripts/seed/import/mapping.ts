/** The mapping file: how CSV tables become records. Checked before anything is read. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { SeedError } from '../connection';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Where a value comes from: a constant, a text made of columns, a column (perhaps by way of another table), or a record of an earlier step. */
const source = z.union([
  z.strictObject({ value: scalar }),
  z.strictObject({ template: z.string() }),
  z.strictObject({
    column: z.string(),
    /** Rows of other tables to pass through: the value is looked up in the table's key, its column is the next value. */
    via: z.array(z.strictObject({ table: z.string(), column: z.string() })).optional(),
    as: z.enum(['text', 'number', 'date']).default('text'),
    /** Of dates: DD, MM, YYYY in any order. */
    format: z.string().optional(),
    required: z.boolean().default(false),
    /** Longest text, in characters. */
    max: z.number().int().positive().optional(),
    replace: z.record(z.string(), scalar).optional(),
    ifEmpty: z.strictObject({ value: scalar, warn: z.string().optional() }).optional(),
    /** The value must be a key of this table. */
    known: z.string().optional(),
  }),
  z.strictObject({ step: z.string(), column: z.string().optional(), row: z.string().optional(), via: z.array(z.strictObject({ table: z.string(), column: z.string() })).optional() }),
]);

const step = z.strictObject({
  name: z.string(),
  object: z.string(),
  keyField: z.string().default('PRM_Key__c'),
  /** CSV table, or rows written here. */
  table: z.string().optional(),
  rows: z.array(z.record(z.string(), scalar)).optional(),
  /** Text that identifies a record, made of columns. */
  key: z.string(),
  /** Rows with the same key make one record. */
  distinct: z.boolean().default(false),
  where: z.strictObject({ column: z.string(), in: z.array(z.string()) }).optional(),
  onlyWhenNew: z.boolean().default(false),
  fields: z.record(z.string(), source),
});

const mapping = z.strictObject({
  description: z.string(),
  prefix: z.string().regex(/^[a-z0-9-]+$/),
  tables: z.record(z.string(), z.strictObject({ file: z.string(), columns: z.array(z.string()).min(1), key: z.string().optional() })),
  steps: z.array(step).min(1),
  /** Table whose rows must each be loaded or be in error. */
  account: z.string(),
  /** Object and condition of what waits for work after the load; the report waits until none is left. */
  pending: z.strictObject({ object: z.string(), where: z.string() }).optional(),
});

export type Mapping = z.infer<typeof mapping>;
export type Step = Mapping['steps'][number];
export type Source = z.infer<typeof source>;

export function readMapping(file: string): Mapping {
  if (!existsSync(file)) throw new SeedError(`There is no mapping file ${file}.`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (failure) {
    throw new SeedError(`${file} is not JSON: ${(failure as Error).message}`);
  }
  const result = mapping.safeParse(json);
  if (!result.success) throw new SeedError(`${file}: ${result.error.issues.map((issue) => `${issue.path.join('.') || 'top'}: ${issue.message}`).join('; ')}`);
  const { data } = result;
  for (const each of data.steps) {
    if (Boolean(each.table) === Boolean(each.rows)) throw new SeedError(`${file}: step ${each.name} needs either table or rows.`);
    if (each.table && !data.tables[each.table]) throw new SeedError(`${file}: step ${each.name} names the table ${each.table}, which is not listed under tables.`);
  }
  if (!data.tables[data.account]) throw new SeedError(`${file}: account names the table ${data.account}, which is not listed under tables.`);
  return data;
}
