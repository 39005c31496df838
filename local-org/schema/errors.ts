/**
 * The two kinds of failure every floor speaks. A stack trace never reaches a user: what a user reads is `message`,
 * with file and position where there is source.
 */

/** A place in a source file. Lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Source (metadata XML, Apex, SOQL, formula) that is wrong. One clear line: `file:line:column message`. */
export class SourceError extends Error {
  constructor(
    /** What is wrong, in the platform's words where it documents them. */
    readonly problem: string,
    readonly position?: Position
  ) {
    super(position ? `${position.file}:${position.line}:${position.column} ${problem}` : problem);
    this.name = 'SourceError';
  }
}

/**
 * A request that the platform answers with an error: `code` is Salesforce's own status code
 * (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_calls_concepts_core_data_objects.htm).
 */
export class PlatformError extends Error {
  /** Of a query in user mode: objects and those of their fields that the user may not read. */
  inaccessible?: ReadonlyMap<string, readonly string[]>;

  constructor(
    readonly code: string,
    message: string,
    /** API names of the fields concerned, as the platform reports them. */
    readonly fields: readonly string[] = []
  ) {
    super(message);
    this.name = 'PlatformError';
  }
}

/** Refusal by name: the platform has the feature, the local org does not model it. The default branch of every table. */
export class NotModelledError extends SourceError {
  constructor(feature: string, position?: Position) {
    super(`The local org does not model ${feature}. See docs/local-org-gaps.md.`, position);
    this.name = 'NotModelledError';
  }
}
