import {
  amountOf,
  changedLine,
  contentOf,
  EMPTY_DRAFT,
  fromProblems,
  fromServer,
  isTyped,
  numberOf,
  PRE_AUTHORISATION,
  problemsOf,
  stepOf,
  toServer,
  totalOf,
  withLine,
  withoutLine,
} from 'c/prmClaimForm';
import { TYPED, WITH_PART } from './data/drafts';

const TODAY = '2026-11-22';
const fields = (problems: readonly { field: string }[]): string[] => problems.map(({ field }) => field);

describe('form of a claim', () => {
  it('reads numbers as people write them, and nothing else', () => {
    expect(['1.5', '1,5', ' 2 ', '', 'two'].map(numberOf)).toEqual([1.5, 1.5, 2, undefined, undefined]);
  });

  it('rounds each amount to two places and sums them', () => {
    // GIVEN two lines whose products do not come out even
    const draft = withLine(withLine(TYPED, 'Labour', { quantity: '1.5', unitPrice: '33.35' }), 'Travel', { quantity: '3', unitPrice: '0.335' });
    // WHEN they are multiplied
    // THEN halves go up, as the server has it
    expect(draft.lines.map(amountOf)).toEqual([50.03, 1.01]);
    expect(totalOf(draft.lines)).toBe(51.04);
  });

  it('gives each line a key of its own, also after one was taken out', () => {
    const two = withLine(WITH_PART, 'Other');
    const again = withLine(withoutLine(two, '1'), 'Shipping');
    expect(again.lines.map(({ key, kind }) => [key, kind])).toEqual([['2', 'Other'], ['3', 'Shipping']]);
    expect(changedLine(again, '3', { quantity: '4' }).lines[1]!.quantity).toBe('4');
  });

  it('finds what is missing, step by step', () => {
    expect(fields(problemsOf('serial', EMPTY_DRAFT, TODAY))).toEqual(['serial']);
    expect(fields(problemsOf('fault', EMPTY_DRAFT, TODAY))).toEqual(['failureDate', 'repairDate', 'faultCodeId', 'complaint', 'correction']);
    expect(fields(problemsOf('fault', { ...EMPTY_DRAFT, type: PRE_AUTHORISATION }, TODAY))).toEqual(['failureDate', 'faultCodeId', 'complaint']);
    expect(fields(problemsOf('lines', TYPED, TODAY))).toEqual(['lines']);
    expect(problemsOf('fault', TYPED, TODAY)).toEqual([]);
    expect(problemsOf('lines', WITH_PART, TODAY)).toEqual([]);
    expect(problemsOf('proofs', TYPED, TODAY)).toEqual([]);
  });

  it('finds what cannot be: a failure in the future, a repair before it, usage and hours that are no numbers', () => {
    const wrong = { ...TYPED, failureDate: '2026-11-23', usage: '-1', goodwill: true };
    expect(fields(problemsOf('fault', wrong, TODAY))).toEqual(['failureDate', 'repairDate', 'usage', 'goodwillReason']);
    const lines = withLine(withLine(TYPED, 'Labour', { quantity: '-2', unitPrice: 'x' }), 'Other', { unitPrice: '5' });
    expect(problemsOf('lines', lines, TODAY).map(({ field, line }) => [field, line])).toEqual([
      ['labourCodeId', 1],
      ['quantity', 1],
      ['unitPrice', 1],
      ['description', 2],
    ]);
  });

  it('sends and takes back the same claim', () => {
    const sent = toServer({ ...WITH_PART, claimId: 'a01', version: 3 });
    expect(sent).toMatchObject({ claimId: 'a01', version: 3, claimType: 'Claim', usage: 120.5, customerName: null, goodwillReason: null });
    expect(sent.lines).toEqual([{ lineId: null, kind: 'Part', partId: '01t000000000001', partSerial: null, labourCodeId: null, quantity: 1, unitPrice: 120, description: null }]);
    const back = fromServer({ ...sent, lines: [{ ...(sent.lines as object[])[0], lineId: 'a0M' }] });
    expect(back).toMatchObject({ claimId: 'a01', version: 3, type: 'Claim', usage: '120.5', customerName: '', goodwill: false });
    expect(back.lines[0]).toMatchObject({ key: '1', lineId: 'a0M', quantity: '1' });
  });

  it('knows what was typed from what saving adds', () => {
    expect(isTyped({ ...EMPTY_DRAFT, claimId: 'a01', version: 2, currencyCode: 'EUR' })).toBe(false);
    expect(isTyped({ ...EMPTY_DRAFT, complaint: 'x' })).toBe(true);
    expect(contentOf(WITH_PART)).toBe(contentOf({ ...WITH_PART, version: 9, lines: WITH_PART.lines.map((line) => ({ ...line, lineId: 'a0M', key: '7' })) }));
  });

  it('leads problems of the server to the fields and steps where they are mended', () => {
    const problems = fromProblems([
      { field: 'PRM_Failure_Date__c', message: 'a' },
      { field: 'PRM_Quantity__c', line: 2, message: 'b' },
      { field: 'PRM_Asset__c', message: 'c' },
      { field: 'PRM_Line_Count__c', message: 'd' },
      { field: 'PRM_Unheard_Of__c', message: 'e' },
    ]);
    expect(fields(problems)).toEqual(['failureDate', 'quantity', 'serial', 'lines', 'PRM_Unheard_Of__c']);
    expect(problems.map(stepOf)).toEqual(['fault', 'lines', 'serial', 'lines', 'fault']);
  });
});
