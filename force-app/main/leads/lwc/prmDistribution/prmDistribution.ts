import { joined } from 'c/prmUiText';

/** `PrmLeadBoardController.Card`: a lead without an offer, or one offer of a lead. */
export interface Card {
  readonly leadId: string;
  readonly offerId?: string | null;
  readonly name?: string | null;
  readonly company?: string | null;
  readonly countryCode?: string | null;
  readonly product?: string | null;
  readonly status: string;
  readonly reason?: string | null;
  readonly reasonLabel?: string | null;
  readonly partnerId?: string | null;
  readonly partnerName?: string | null;
  readonly stage?: string | null;
  readonly createdAt?: string | null;
  readonly offeredAt?: string | null;
  readonly dueAt?: string | null;
  readonly lastActivityAt?: string | null;
}

export interface Column {
  /** unrouted, offered, accepted or stale. */
  readonly key: string;
  readonly label: string;
  readonly total: number;
  readonly cards: readonly Card[];
}

/** `PrmRoutingExplanation.Row`: a partner that was looked at. */
export interface Ranked {
  readonly partnerId?: string | null;
  readonly partnerName?: string | null;
  readonly eligible?: boolean | null;
  readonly picked?: boolean | null;
  readonly reason?: string | null;
  readonly reasonLabel?: string | null;
  readonly weight?: number | null;
  readonly score?: number | null;
}

/** `PrmRoutingExplanation`: why a lead went where it went, or would go. */
export interface Explanation {
  readonly leadId?: string | null;
  readonly ruleName?: string | null;
  /** NAMED, ROUND_ROBIN or BY_HAND. */
  readonly way?: string | null;
  readonly reason?: string | null;
  readonly reasonLabel?: string | null;
  readonly decidedAt?: string | null;
  readonly eligibleCount?: number | null;
  readonly pickedName?: string | null;
  readonly rows: readonly Ranked[];
}

/** `PrmLeadBoardController.PartnerChoice`. */
export interface PartnerChoice {
  readonly id: string;
  readonly name: string;
  readonly tierName?: string | null;
  readonly openLeads?: number | null;
  readonly cap?: number | null;
  readonly available: boolean;
  readonly reason?: string | null;
}

/** What a channel manager may do with a card. */
export type Action = 'explain' | 'handOver' | 'recall' | 'routeAgain' | 'simulate';

/** Identity of a card on the board: a lead may have several offers at once. */
export const keyOf = (card: Card): string => card.offerId ?? card.leadId;

/** "VN · GTX Pro · LO-0001", or what of it is known. */
export const factsOf = (card: Card): string => joined(' · ', card.countryCode, card.product, card.name);

/** A lead that nobody could be offered and that may be sent round again. */
export const isQueued = (card: Card): boolean => !card.offerId && card.status === 'Queued';

/** Acts that the server allows on the card, the usual one first. */
export function actionsOf(card: Card): readonly Action[] {
  if (card.offerId) return ['explain', 'handOver', 'recall'];
  return isQueued(card) ? ['explain', 'handOver', 'routeAgain', 'simulate'] : ['explain', 'handOver', 'simulate'];
}
