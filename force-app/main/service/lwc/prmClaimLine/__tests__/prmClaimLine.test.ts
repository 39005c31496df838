import PrmClaimLine from 'c/prmClaimLine';
import { withLine, type Kind } from 'c/prmClaimForm';
import { enter, find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { TERMS, TYPED } from '../../prmClaimForm/__tests__/data/drafts';

jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Cap_Hours', () => ({ default: 'hours {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Over_Cap', () => ({ default: 'more than {0}' }), { virtual: true });

afterEach(unmountAll);

const shown = async (kind: Kind, values: object, properties: object = {}): Promise<HTMLElement & { focusField(name?: string): void }> => {
  const line = withLine(TYPED, kind, values).lines[0]!;
  const element = mount('c-prm-claim-line', PrmClaimLine, { line, position: 2, kindLabel: kind, terms: TERMS, faultCodeId: TYPED.faultCodeId, currencyCode: 'EUR', ...properties });
  await settled();
  return element;
};

describe('line of a claim', () => {
  it('brings the price of a part that is chosen, and tells other changes as they are', async () => {
    const element = await shown('Part', {});
    const changes = recorded(element, 'linechange');
    enter(find(find(element, '[data-field="partId"]'), 'select'), '01t000000000001');
    enter(find(find(element, '[data-field="quantity"]'), 'input'), '3');
    expect(changes).toEqual([
      { key: '1', values: { partId: '01t000000000001', unitPrice: '120' } },
      { key: '1', values: { quantity: '3' } },
    ]);
    await expect(element).toBeAccessible();
  });

  it('offers works allowed for the fault, brings their hours, and warns beyond the limit', async () => {
    const element = await shown('Labour', { labourCodeId: 'a0L000000000001', quantity: '3', unitPrice: '60' });
    const work = find<HTMLElement & { options: unknown[] }>(element, '[data-field="labourCodeId"]');
    expect(work.options).toHaveLength(1);
    expect(findAll(element, '[data-over]').map(textOf)).toEqual(['more than hours 2.4']);
    expect(textOf(find(element, '[data-amount]')).replace(/\s/g, ' ')).toBe('EUR 180.00');
    const changes = recorded(element, 'linechange');
    enter(find(work, 'select'), 'a0L000000000001');
    expect(changes).toEqual([{ key: '1', values: { labourCodeId: 'a0L000000000001', quantity: '2', unitPrice: '60' } }]);
    await expect(element).toBeAccessible();
  });

  it('asks for words where nothing else says what it was, and shows its own problems only', async () => {
    const problems = [
      { field: 'description', line: 2, message: 'Say what it was.' },
      { field: 'quantity', line: 1, message: 'Not mine.' },
    ];
    const element = await shown('Other', {}, { problems });
    expect(textOf(element)).toContain('Say what it was.');
    expect(textOf(element)).not.toContain('Not mine.');
    element.focusField('description');
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.field).toBe('description');
  });

  it('can be taken out', async () => {
    const element = await shown('Travel', {});
    const removed = recorded(element, 'lineremove');
    find(element, '[data-action="remove"]').click();
    expect(removed).toEqual([{ key: '1' }]);
  });
});
