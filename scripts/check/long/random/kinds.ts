/** What is thrown at the org by chance, as a table: how many cases of each kind `npm run test:long` and `npm test` throw. */
export const KINDS = {
  requests: { long: 20_000, short: 300 },
  queries: { long: 5_000, short: 200 },
  formulas: { long: 5_000, short: 200 },
  metadata: { long: 2_000, short: 60 },
} as const satisfies Record<string, { readonly long: number; readonly short: number }>;

export type KindName = keyof typeof KINDS;
