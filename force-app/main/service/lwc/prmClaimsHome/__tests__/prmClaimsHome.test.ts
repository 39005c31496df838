import PrmClaimsHome from 'c/prmClaimsHome';
import { changed } from 'c/prmUiBus';
import { refreshApex } from '@salesforce/apex';
import summary from '@salesforce/apex/PrmMyClaimsController.summary';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { NavigationMixin } from 'lightning/navigation';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { SUMMARY } from '../../prmClaims/__tests__/data/claims';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmMyClaimsController.summary', () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });

const went: unknown[] = [];
Object.defineProperty(PrmClaimsHome.prototype, NavigationMixin.Navigate, { value: (reference: unknown) => went.push(reference) });
const wire = summary as unknown as TestAdapter;

const shown = async (data = SUMMARY): Promise<HTMLElement> => {
  const element = mount('c-prm-claims-home', PrmClaimsHome);
  wire.emit(data);
  await settled();
  return element;
};

afterEach(() => {
  unmountAll();
  went.length = 0;
  jest.clearAllMocks();
});

describe('claims on the home page', () => {
  it('show what waits and money on its way, each currency for itself', async () => {
    const element = await shown();
    expect(findAll(element, '.tile__value').map(textOf)).toEqual(['1', '2', '0', '3']);
    expect(findAll(element, '.tile_urgent')).toHaveLength(2);
    expect(textOf(find(element, '[data-money]')).replace(/\s/g, ' ')).toBe('c.PRM_UI_CLAIM_Money_On_Way: EUR 1,200.00 · VND 500,000');
    await expect(element).toBeAccessible();
  });

  it('lead to the claim, the draft, the list and the wizard', async () => {
    const element = await shown();
    findAll(element, '.todo__line').forEach((line) => line.click());
    findAll(element, '.tile').slice(0, 2).forEach((tile) => tile.click());
    find(element, '[data-action="file"]').click();
    expect(went.map((reference) => [(reference as { attributes: { name: string } }).attributes.name, (reference as { state: object }).state])).toEqual([
      ['Claim__c', { claim: 'a01000000000001' }],
      ['File_Claim__c', { claim: 'a01000000000002' }],
      ['Claims__c', { show: 'Information Requested' }],
      ['Claims__c', {}],
      ['File_Claim__c', {}],
    ]);
  });

  it('say that no money waits, keep the place while loading, and offer to try again', async () => {
    const element = mount('c-prm-claims-home', PrmClaimsHome);
    await settled();
    expect(findAll(element, 'c-prm-ui-skeleton')).toHaveLength(1);
    wire.error({ message: 'Not now.' }, 500);
    await settled();
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    expect(refreshApex).toHaveBeenCalledTimes(1);
    wire.emit({ ...SUMMARY, onItsWay: [], waiting: [] });
    await settled();
    expect(textOf(find(element, '[data-money]'))).toBe('c.PRM_UI_CLAIM_No_Money_On_Way');
    await expect(element).toBeAccessible();
  });

  it('are counted again when a claim changed on the page', async () => {
    await shown();
    changed('service.claims');
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});
