import type { FormulaCompiler } from '../formula';
import type { OrgModel } from '../schema';
import { Engine } from './engine';
import { Connection } from './sqlite/connection';
import type { DatabaseEngine } from './types';

export interface OpenOptions {
  /** In memory when absent. */
  readonly file?: string;
  /** Takes over the data of this engine, which answers nothing afterwards: the org goes over to another model. */
  readonly succeeds?: DatabaseEngine;
}

/** Opens the data of an org, in memory or in `file`, and fits its tables to the model. */
export function openDatabase(org: OrgModel, formula: FormulaCompiler, options: OpenOptions = {}): DatabaseEngine {
  return new Engine(org, formula, options.succeeds ? (options.succeeds as Engine).handOver() : new Connection(options.file));
}
