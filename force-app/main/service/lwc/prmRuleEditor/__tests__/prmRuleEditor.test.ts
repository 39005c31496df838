import { createElement } from 'lwc';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import check from '@salesforce/apex/PrmRuleEditorController.check';
import draft from '@salesforce/apex/PrmRuleEditorController.draft';
import dryRun from '@salesforce/apex/PrmRuleEditorController.dryRun';
import goLive from '@salesforce/apex/PrmRuleEditorController.goLive';
import rules from '@salesforce/apex/PrmRuleEditorController.rules';
import save from '@salesforce/apex/PrmRuleEditorController.save';
import sets from '@salesforce/apex/PrmRuleEditorController.sets';
import vocabulary from '@salesforce/apex/PrmRuleEditorController.vocabulary';
import PrmRuleEditor from 'c/prmRuleEditor';

jest.mock('@salesforce/apex/PrmRuleEditorController.sets', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmRuleEditorController.rules', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmRuleEditorController.vocabulary', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmRuleEditorController.check', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRuleEditorController.draft', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRuleEditorController.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRuleEditorController.goLive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRuleEditorController.discard', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRuleEditorController.dryRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), { virtual: true });

const adapters = [sets, rules, vocabulary].map((each) => each as unknown as TestAdapter) as [TestAdapter, TestAdapter, TestAdapter];
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const settle = (turns = 10): Promise<void> => (turns === 0 ? Promise.resolve() : Promise.resolve().then(() => settle(turns - 1)));
const one = (element: Element | undefined, selector: string): HTMLElement | undefined => element?.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;

const RULE = { id: 'r1', code: 'HOURS', position: 80, kinds: ['Labour'], conditions: [{ fact: 'quantity', operator: 'above', other: 'hoursAllowed' }], outcome: 'Adjust', adjustTo: 'labourAllowed', internal: false, sentence: 'Too many hours.', active: true };
const WORDS = {
  facts: [
    { name: 'quantity', label: 'Quantity', type: 'NUMBER', kinds: [], values: [] },
    { name: 'hoursAllowed', label: 'Hours allowed', type: 'NUMBER', kinds: ['Labour'], values: [] },
    { name: 'labourAllowed', label: 'Labour amount', type: 'NUMBER', unit: 'AMOUNT', kinds: ['Labour'], values: [] },
  ],
  operators: { NUMBER: ['above', 'below', 'isKnown'], TEXT: [], FLAG: [] },
  kinds: [{ value: 'Labour', label: 'Labour' }],
  outcomes: [{ value: 'Adjust', label: 'Adjust' }, { value: 'Review', label: 'Review' }],
  editable: true,
};

async function show(status = 'Draft', words = WORDS): Promise<HTMLElement> {
  const element: HTMLElement = createElement('c-prm-rule-editor', { is: PrmRuleEditor });
  document.body.appendChild(element);
  adapters[0].emit([{ id: 's2', name: 'Rules 2', version: 2, status, statusLabel: status, reviewAbove: 5000, auditPercent: 2 }]);
  adapters[2].emit(words);
  await settle();
  adapters[1].emit([RULE]);
  await settle();
  return element;
}

const form = (element: HTMLElement): HTMLElement => one(element, 'c-prm-rule-form') as HTMLElement;
const submit = async (element: HTMLElement): Promise<void> => {
  one(form(element), 'form')?.dispatchEvent(new CustomEvent('submit'));
  await settle();
};

describe('c-prm-rule-editor', () => {
  beforeEach(() => {
    for (const method of [draft, save, goLive]) mocked(method).mockReset().mockResolvedValue('s3');
    mocked(check).mockReset().mockResolvedValue([]);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows the rules of a version with their conditions in words', async () => {
    const element = await show();
    expect(one(element, 'c-prm-ui-list')).toMatchObject({ rows: [{ cells: { code: 'HOURS', conditions: 'Quantity c.PRM_UI_RULE_Op_Above Hours allowed' } }] });
    await expect(element).toBeAccessible();
  });

  it('refuses a rule that can never hold with a sentence and keeps what was typed', async () => {
    const element = await show();
    one(element, 'c-prm-ui-list')?.dispatchEvent(new CustomEvent('open', { detail: { id: '0' } }));
    await settle();
    mocked(check).mockResolvedValue(['This rule can never hold.']);
    one(form(element), '[data-action="add"]')?.click();
    await settle();
    one(form(element), 'c-prm-ui-field[data-index="1"]')?.dispatchEvent(new CustomEvent('valuechange', { detail: { name: 'fact', value: 'quantity' } }));
    await settle();
    await submit(element);
    expect(one(form(element), '[data-problem]')?.textContent).toBe('This rule can never hold.');
    expect(mocked(check).mock.calls[0][0].rule.conditions).toHaveLength(2);
    await expect(element).toBeAccessible();
    one(form(element), '[data-action="remove"][data-index="1"]')?.click();
    mocked(check).mockResolvedValue([]);
    await settle();
    await submit(element);
    expect(form(element)).toBeUndefined();
  });

  it('saves a draft with a new rule, and goes live only with what is saved', async () => {
    const element = await show();
    expect(one(element, '[data-action="live"]')).toBeDefined();
    one(element, '[data-action="add"]')?.click();
    await settle();
    for (const [name, value] of [['code', 'NEW'], ['position', '5'], ['outcome', 'Review']]) one(form(element), 'c-prm-ui-field')?.dispatchEvent(new CustomEvent('valuechange', { detail: { name, value } }));
    one(form(element), '[data-kind="Labour"]')?.click();
    one(form(element), '[data-flag="internal"]')?.click();
    await settle();
    await submit(element);
    expect(one(element, '[data-action="live"]')).toBeUndefined();
    one(element, '[data-action="save"]')?.click();
    await settle();
    expect(mocked(save).mock.calls[0][0]).toMatchObject({ ruleSet: { id: 's2', reviewAbove: 5000, auditPercent: 2 }, rules: [{ code: 'NEW', position: 5, kinds: ['Labour'], internal: true }, { code: 'HOURS' }] });
    one(element, '[data-action="live"]')?.click();
    await settle();
    expect(goLive).toHaveBeenCalledWith({ ruleSetId: 's2' });
  });

  it('keeps what was typed when the server refuses to save', async () => {
    const element = await show();
    mocked(save).mockRejectedValue({ body: { message: 'Only a draft can be changed.' } });
    one(element, 'c-prm-ui-field[name="auditPercent"]');
    element.shadowRoot?.querySelectorAll('c-prm-ui-field')[2]?.dispatchEvent(new CustomEvent('valuechange', { detail: { name: 'auditPercent', value: '7' } }));
    await settle();
    one(element, '[data-action="save"]')?.click();
    await settle();
    expect(one(element, 'c-prm-ui-error')?.shadowRoot?.textContent).toContain('Only a draft');
    expect(element.shadowRoot?.querySelectorAll('c-prm-ui-field')[2]).toMatchObject({ value: '7' });
  });

  it('lists the past claims that would change, page after page', async () => {
    const element = await show();
    const change = { claimId: 'c', claimName: 'WC-1', position: 2, outcomeBefore: 'Adjusted', outcomeAfter: 'Approved', approvedBefore: 120, approvedAfter: 150, currencyCode: 'EUR' };
    mocked(dryRun).mockResolvedValueOnce({ changes: [change], decisions: 10, next: 'c' }).mockResolvedValueOnce({ changes: [], decisions: 3 });
    const trial = one(element, 'c-prm-dry-run');
    one(trial, '[data-action="start"]')?.click();
    await settle(20);
    expect(mocked(dryRun).mock.calls).toEqual([[{ ruleSetId: 's2', after: null }], [{ ruleSetId: 's2', after: 'c' }]]);
    expect(one(trial, 'c-prm-ui-list')).toMatchObject({ total: 1, rows: [{ cells: { claim: 'WC-1 · 2', before: 'Adjusted · 120.00 EUR', after: 'Approved · 150.00 EUR' } }] });
    await expect(element).toBeAccessible();
  });

  it('shows live rules without changing them, and makes a draft of them', async () => {
    const element = await show('Live');
    expect(one(element, '[data-action="save"]')).toBeUndefined();
    one(element, 'c-prm-ui-list')?.dispatchEvent(new CustomEvent('open', { detail: { id: '0' } }));
    await settle();
    expect(form(element)).toBeUndefined();
    one(element, '[data-action="draft"]')?.click();
    await settle();
    expect(draft).toHaveBeenCalled();
    expect(adapters[1].getLastConfig()).toEqual({ ruleSetId: 's3' });
  });

  it('lets readers read', async () => {
    const element = await show('Draft', { ...WORDS, editable: false });
    expect(one(element, '[data-action]')).toBeUndefined();
    expect(one(element, 'c-prm-dry-run')).toBeUndefined();
    await expect(element).toBeAccessible();
  });
});
