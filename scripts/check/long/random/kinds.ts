/** What is thrown at the org by chance, as a table: how many cases of each kind `npm run test:long` and `npm test` throw. */
export const KINDS = {
  requests: { long: 20_000, short: 150 },
  queries: { long: 5_000, short: 100 },
  formulas: { long: 5_000, short: 100 },
  metadata: { long: 2_000, short: 40 },
} as const satisfies Record<string, { readonly long: number; readonly short: number }>;

export type KindName = keyof typeof KINDS;
