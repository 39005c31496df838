import lang from '@salesforce/i18n/lang';
import unknownCompany from '@salesforce/label/c.PRM_UI_Company_Unknown';
import type { Page } from 'c/prmUiPaging';
import { joined } from 'c/prmUiText';
import type { Tone } from 'c/prmUiState';

/** `PrmOfferInboxController.Item`. */
export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly company?: string | null;
  readonly city?: string | null;
  readonly countryCode?: string | null;
  readonly product?: string | null;
  readonly language?: string | null;
  readonly valueBand?: string | null;
  readonly valueBandLabel?: string | null;
  readonly status: string;
  readonly statusLabel: string;
  readonly offeredAt?: string | null;
  readonly dueAt?: string | null;
  readonly answeredAt?: string | null;
  readonly explanation?: string | null;
  readonly pool?: boolean;
  readonly canAnswer?: boolean;
  readonly contactName?: string | null;
  readonly contactEmail?: string | null;
  readonly contactPhone?: string | null;
}

export type OfferPage = Page<Offer>;

/** `PrmChoice`: an entry of a list to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Kind of data on the page bus: offers were answered or leads moved on. */
export const OFFERS_CHANGED = 'leads.offers';

const TONES: Readonly<Record<string, Tone>> = {
  Offered: 'info',
  Accepted: 'success',
  Won: 'success',
  Declined: 'neutral',
  Recalled: 'neutral',
  Taken: 'warning',
  Expired: 'warning',
  Lost: 'error',
};

/** Tone of an offer's status; neutral for one that this version does not know. */
export const toneOf = (status: string): Tone => TONES[status] ?? 'neutral';

/** Company as a heading, also when nobody filled it in. */
export const companyOf = (offer: { readonly company?: string | null }): string => offer.company || unknownCompany;

/** Name of a country or language in the user's own language; the code itself where it is no code that anybody knows. */
function nameOf(type: 'region' | 'language', code: string | null | undefined): string {
  if (!code) return '';
  try {
    return new Intl.DisplayNames([lang], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** "Hanoi, Vietnam", or what of it is known. */
export const placeOf = (offer: { readonly city?: string | null; readonly countryCode?: string | null }): string =>
  joined(', ', offer.city, nameOf('region', offer.countryCode));

/** "Vietnamese" for `vi`. */
export const languageOf = (offer: { readonly language?: string | null }): string => nameOf('language', offer.language);
