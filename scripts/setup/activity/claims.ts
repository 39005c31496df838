/** Claims: partners register, file, answer and appeal; an adjudicator decides one by hand, and some are paid. */
import { SeedError } from '../../seed/connection';
import { proofFile } from '../../seed/load/proof';
import { PARTNERS } from '../../seed/profiles/demo';
import { MAKE, PIECE_LIST, type Piece } from '../../seed/profiles/demo/products';
import type { Page, People } from './people';

/** The first piece that a partner still has in stock. */
const IN_STOCK = 8;
const RHEINWERK = PARTNERS[0]?.name ?? '';
/** Who was asked, and who had a claim cut: the numbers that the demo's claims bear. */
const ASKED = { account: PARTNERS[2]?.name ?? '', number: 'C-219' };
const CUT = { account: PARTNERS[7]?.name ?? '', number: 'C-208' };
/** The claim above the threshold: sixteen panels. */
const LARGE = { account: RHEINWERK, number: 'C-217' };
const DAY_MS = 86_400_000;

interface Known { readonly faults: readonly { readonly value: string }[]; readonly parts: readonly { readonly id: string; readonly name: string; readonly price: number | null }[]; readonly labours: readonly { readonly id: string; readonly hours: number; readonly faultCodeIds: readonly string[] }[]; readonly currencyCode: string; readonly limits: { readonly labourRate: number }; }
interface Saved { readonly claimId: string; readonly version: number; }
interface Submission { readonly problems: readonly { readonly message: string }[]; }
interface File { readonly lines: readonly { readonly id: string; readonly kind: string; readonly claimed: number }[]; }

const ago = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const pieceOf = (account: string): Piece => PIECE_LIST.find((piece) => piece.place === IN_STOCK && piece.partner === PARTNERS.find(({ name }) => name === account)?.key) as Piece;
const proof = (words: string): string => proofFile(['Workshop report', words]).toString('base64');

export async function workOnClaims(people: People): Promise<void> {
  await sellAndClaim(people, RHEINWERK);
  await answer(people);
  await appeal(people);
  await decideByHand(people);
  await pay(people);
}

/** A piece out of stock is sold and registered; some weeks later it fails. One claim is sent, another stays a draft. */
async function sellAndClaim(people: People, account: string): Promise<void> {
  const partner = people.partner(account);
  const { serial, product } = pieceOf(account);
  await people.call(partner, 'PrmRegistrationController.register', { values: { serial, owner: 'Gestüt Lindenhof', country: 'DE', sold_on: ago(45), document: 'R-4471' } });
  const known = await people.call<Known>(partner, 'PrmClaimWizardController.checkSerial', { serial: ` ${serial.toLowerCase()} `, failureDate: ago(3), usage: 210 });
  const [fault] = known.faults;
  const part = known.parts.find(({ name }) => name.includes(MAKE[product].parts[0]));
  const labour = known.labours.find(({ faultCodeIds }) => fault && faultCodeIds.includes(fault.value));
  const draft = {
    claimType: 'Claim', claimNumber: 'W-1', serial, failureDate: ago(3), repairDate: ago(1), usage: 210, faultCodeId: fault?.value, causalPartId: part?.id, complaint: 'Does not start in the morning.', correction: 'Motor replaced.', customerName: 'Gestüt Lindenhof', goodwill: false, currencyCode: known.currencyCode,
    lines: [
      { kind: 'Part', partId: part?.id, quantity: 1, unitPrice: part?.price },
      { kind: 'Labour', labourCodeId: labour?.id, quantity: labour?.hours, unitPrice: known.limits.labourRate },
      { kind: 'Travel', quantity: 60, unitPrice: 0.5 },
    ],
  };
  const { claimId, version } = await people.call<Saved>(partner, 'PrmClaimWizardController.saveDraft', { draft });
  await people.call(partner, 'PrmProofsController.add', { recordId: claimId, fileName: 'report-W-1.pdf', content: proof(`Claim W-1, ${serial}`) });
  const { problems } = await people.call<Submission>(partner, 'PrmClaimWizardController.submit', { claimId, version });
  if (problems.length) throw new SeedError(`The claim of ${account} could not be submitted: ${problems.map(({ message }) => message).join(' ')}`);
  await people.call(partner, 'PrmClaimWizardController.saveDraft', { draft: { ...draft, claimNumber: 'W-2', complaint: 'Leaks since the last service.', correction: '', repairDate: null, faultCodeId: known.faults[2]?.value, lines: draft.lines.slice(0, 1) } });
}

async function answer(people: People): Promise<void> {
  const partner = people.partner(ASKED.account);
  const claimId = await numbered(people, ASKED);
  await people.call(partner, 'PrmProofsController.add', { recordId: claimId, fileName: 'type-plate.pdf', content: proof(`Claim ${ASKED.number}, type plate`) });
  await people.call(partner, 'PrmMyClaimsController.answer', { claimId, text: 'The picture of the type plate and the report are attached.' });
}

async function appeal(people: People): Promise<void> {
  await people.call(people.partner(CUT.account), 'PrmMyClaimsController.appeal', { claimId: await numbered(people, CUT), reason: 'The compressor could only be reached after the ceiling was opened: twelve hours were needed.' });
}

/** One line as claimed, one cut to half, one rejected. */
async function decideByHand(people: People): Promise<void> {
  const adjudicator = people.staff('Claims Adjudicator');
  const claimId = await numbered(people, LARGE);
  await people.call(adjudicator, 'PrmAdjudicatorController.assign', { claimId, mine: true });
  const { lines } = await people.call<File>(adjudicator, 'PrmAdjudicatorController.claim', { claimId });
  const choice = ({ id, kind, claimed }: File['lines'][number]): Record<string, unknown> => {
    if (kind === 'Part') return { lineId: id, outcome: 'Adjusted', approved: claimed / 2, reason: 'The pictures show eight broken panels.' };
    return kind === 'Travel' ? { lineId: id, outcome: 'Rejected', reason: 'The way was claimed with another repair on the same day.' } : { lineId: id, outcome: 'Approved' };
  };
  await people.call(adjudicator, 'PrmAdjudicatorController.decide', { claimId, lines: lines.map(choice) });
}

async function pay(people: People): Promise<void> {
  const approver = people.staff('Funds Approver');
  const { items } = await people.call<Page>(approver, 'PrmPaymentDeskController.listClaims', { pageNumber: 1, pageSize: 10, show: 'Ready', search: '' });
  await people.call(approver, 'PrmPaymentDeskController.pay', { claimIds: items.slice(0, 2).map(({ id }) => id), reference: 'CN-2026-0117' });
}

/** The claim that bears a number of the partner's own. */
async function numbered(people: People, { account, number }: { account: string; number: string }): Promise<string> {
  const { items } = await people.call<Page>(people.partner(account), 'PrmMyClaimsController.listClaims', { pageNumber: 1, pageSize: 10, status: '', search: number });
  return items[0]?.id ?? '';
}
