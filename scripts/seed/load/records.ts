/** What a data set is made of. Parents are named by key, so that a set can be loaded into any org, any number of times. */

/** A value, or a parent named by the key of a record. */
export type SeedValue = string | number | boolean | null | { readonly key: string; readonly field?: string };

export interface SeedRecord { readonly key: string; readonly fields: Readonly<Record<string, SeedValue>>; }

/** Records of one object, identified by `keyField` (an external id, or a field that is unique among what we load). */
export interface SeedSet {
  readonly object: string;
  readonly keyField: string;
  readonly records: readonly SeedRecord[];
  /** Left as it is when the record exists: what people or jobs change afterwards. */
  readonly onlyWhenNew?: boolean;
}
