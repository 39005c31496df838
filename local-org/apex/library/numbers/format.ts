/** Numbers for people, in the locale of the running user. */

/** `1234.5` in `de_DE` is `1.234,5`: at most three decimals, as the platform's format(). */
export function formatNumber(plain: string, locale: string): string {
  return new Intl.NumberFormat(locale.replace(/_/g, '-'), { maximumFractionDigits: 3, useGrouping: true }).format(plain as unknown as number);
}
