import PrmClaimLinesStep from 'c/prmClaimLinesStep';
import type { ClaimDraft } from 'c/prmClaimForm';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { TERMS, TYPED, WITH_PART } from '../../prmClaimForm/__tests__/data/drafts';

jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Over_Cap', () => ({ default: 'more than {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Cap_Claim', () => ({ default: 'cap {0}' }), { virtual: true });

type Step = HTMLElement & { draft: ClaimDraft; focusField(name: string, line?: number): void };
const KINDS = ['Part', 'Labour', 'Travel', 'Shipping', 'Other'].map((value) => ({ value, label: value }));

/** The owner's part: what is told comes back. */
const shown = async (draft: ClaimDraft, properties: object = {}): Promise<Step> => {
  const element = mount('c-prm-claim-lines-step', PrmClaimLinesStep, { draft, terms: TERMS, kinds: KINDS, currencyCode: 'EUR', ...properties }) as unknown as Step;
  element.addEventListener('lineschange', (event) => {
    element.draft = { ...element.draft, lines: (event as CustomEvent<{ lines: ClaimDraft['lines'] }>).detail.lines };
  });
  await settled();
  return element;
};

afterEach(unmountAll);

describe('third step', () => {
  it('adds a line that is nearly typed, shows the total and takes the focus to it', async () => {
    const element = await shown(TYPED);
    expect(textOf(element)).toContain('No_Lines');
    find(element, '[data-kind="Part"]').click();
    await settled();
    find(element, '[data-kind="Labour"]').click();
    await settled();
    expect(element.draft.lines).toMatchObject([
      { kind: 'Part', partId: '01t000000000001', quantity: '1', unitPrice: '120' },
      { kind: 'Labour', labourCodeId: 'a0L000000000001', quantity: '2', unitPrice: '60' },
    ]);
    expect(textOf(find(element, '[data-total]')).replace(/\s/g, ' ')).toBe('EUR 240.00');
    expect((element.shadowRoot!.activeElement as HTMLElement).tagName).toBe('C-PRM-CLAIM-LINE');
    await expect(element).toBeAccessible();
  });

  it('takes a line out and puts it back', async () => {
    const element = await shown(WITH_PART);
    find(element, 'c-prm-claim-line').dispatchEvent(new CustomEvent('lineremove', { detail: { key: '1' } }));
    await settled();
    expect(element.draft.lines).toHaveLength(0);
    find(element, '[data-action="undo"]').click();
    await settled();
    expect(element.draft.lines).toEqual(WITH_PART.lines);
    expect(findAll(element, '[data-action="undo"]')).toHaveLength(0);
  });

  it('warns when the whole claim is beyond its cap', async () => {
    const element = await shown(WITH_PART);
    expect(textOf(find(element, '.total')).replace(/\s/g, ' ')).toContain('cap EUR 1,000.00');
    find(element, 'c-prm-claim-line').dispatchEvent(new CustomEvent('linechange', { detail: { key: '1', values: { quantity: '20' } } }));
    await settled();
    expect(textOf(find(element, '.total'))).toContain('more than cap');
  });

  it('says that a line is missing, and leads to the field of a line', async () => {
    const element = await shown(TYPED, { problems: [{ field: 'lines', message: 'Add a line.' }] });
    expect(textOf(element)).toContain('Add a line.');
    element.focusField('lines');
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.kind).toBe('Part');
    const filled = await shown(WITH_PART);
    filled.focusField('quantity', 1);
    expect((filled.shadowRoot!.activeElement as HTMLElement).tagName).toBe('C-PRM-CLAIM-LINE');
  });
});
