import locale from '@salesforce/i18n/locale';

/** An amount with its currency as the user writes it; nothing for no amount, the bare number for a code that is none. */
export function moneyText(amount: number | null | undefined, currencyCode: string | null | undefined): string {
  if (amount === null || amount === undefined) return '';
  const known = /^[A-Z]{3}$/.test(currencyCode ?? '');
  return new Intl.NumberFormat(locale, known ? { style: 'currency', currency: currencyCode as string } : { maximumFractionDigits: 2 }).format(amount);
}
