import type { FormulaCompiler } from '../formula';
import type { OrgModel } from '../schema';
import { Engine } from './engine';
import type { DatabaseEngine } from './types';

/** Opens the data of an org, in memory or in `file`, and fits its tables to the model. */
export function openDatabase(org: OrgModel, formula: FormulaCompiler, options: { file?: string } = {}): DatabaseEngine {
  return new Engine(org, formula, options.file);
}
