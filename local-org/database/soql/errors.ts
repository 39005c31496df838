/** Faults of a query: what is wrong, its status code, and where in the text. */
import { NotModelledError, PlatformError, SourceError } from '../../schema';
import type { At } from './ast';

export type SoqlCode = 'MALFORMED_QUERY' | 'INVALID_FIELD' | 'INVALID_TYPE' | 'INVALID_QUERY_FILTER_OPERATOR' | 'NUMBER_OUTSIDE_VALID_RANGE' | 'INVALID_FIELD_FOR_INSERT_UPDATE';

/** A SourceError that also knows the platform's status code. */
export class SoqlError extends SourceError {
  /** In user mode: objects and those of their fields that the user may not read. */
  inaccessible?: ReadonlyMap<string, readonly string[]>;

  constructor(readonly code: SoqlCode, problem: string, readonly at: At) {
    super(problem, { file: 'SOQL', line: at.line, column: at.column });
  }
}

export function notModelled(feature: string, at: At): NotModelledError {
  return new NotModelledError(feature, { file: 'SOQL', line: at.line, column: at.column });
}

/** The form in which the API reports a fault: the stretch of text, a caret, the position, then the words. */
export function toPlatformError(error: SoqlError, text: string): PlatformError {
  const told = inApiForm(error, text);
  if (error.inaccessible) told.inaccessible = error.inaccessible;
  return told;
}

function inApiForm(error: SoqlError, text: string): PlatformError {
  if (error.code === 'MALFORMED_QUERY' && !error.problem.startsWith('unexpected token')) return new PlatformError(error.code, error.problem);
  const line = text.split('\n')[error.at.line - 1] ?? '';
  // The platform shows some thirty characters either side of the place.
  const from = Math.max(0, error.at.column - 31);
  const caret = ' '.repeat(error.at.column - 1 - from) + '^';
  return new PlatformError(error.code, `\n${line.slice(from, error.at.column + 29)}\n${caret}\nERROR at Row:${error.at.line}:Column:${error.at.column}\n${error.problem}`);
}

const CUSTOM_FIELD_HINT =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";
const CUSTOM_RELATIONSHIP_HINT =
  "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";

/** The platform answers alike for a column that does not exist and for one that the user may not read. */
export const noSuchColumn = (field: string, entity: string, at: At): SoqlError => new SoqlError('INVALID_FIELD', `No such column '${field}' on entity '${entity}'. ${CUSTOM_FIELD_HINT}`, at);

export const noSuchRelationship = (name: string, at: At): SoqlError => new SoqlError('INVALID_FIELD', `Didn't understand relationship '${name}' in field path. ${CUSTOM_RELATIONSHIP_HINT}`, at);

export const noSuchChildren = (name: string, at: At): SoqlError =>
  new SoqlError('INVALID_TYPE', `Didn't understand relationship '${name}' in FROM part of query call. ${CUSTOM_RELATIONSHIP_HINT}`, at);

export const noSuchObject = (name: string, at: At): SoqlError =>
  new SoqlError(
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    at
  );
