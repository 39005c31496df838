import saveDraft from '@salesforce/apex/PrmClaimWizardController.saveDraft';
import { keptOf } from 'c/prmClaimDrafts';
import type { ClaimDraft } from 'c/prmClaimForm';
import { ClaimSaver, type Form } from 'c/prmClaimSaver';
import { TYPED, WITH_PART } from '../../prmClaimForm/__tests__/data/drafts';

jest.mock('@salesforce/apex/PrmClaimWizardController.saveDraft', () => ({ default: jest.fn() }), { virtual: true });
const server = saveDraft as unknown as jest.Mock;

function formOf(draft: ClaimDraft): Form & { readonly told: string[] } {
  const told: string[] = [];
  return {
    draft,
    step: 'fault',
    told,
    saving: () => undefined,
    saved: (first) => told.push(`saved ${first}`),
    refused: (problems) => told.push(`refused ${problems.length}`),
    failed: () => told.push('failed'),
  };
}

afterEach(() => {
  window.localStorage.clear();
  server.mockReset();
});

describe('saving of drafts', () => {
  it('keeps a copy at once, and takes id, version and ids of lines from the server', async () => {
    // GIVEN a claim that is new
    server.mockResolvedValue({ claimId: 'a01', version: 1, lineIds: ['a0M'], problems: [] });
    const form = formOf(WITH_PART);
    const saver = new ClaimSaver(form);
    saver.soon();
    expect(keptOf('')).toMatchObject({ draft: { serial: 'SN-1' }, saved: false });
    // WHEN it is saved
    expect(await saver.now()).toBe(true);
    // THEN it is the server's, and its copy moves along
    expect(form.draft).toMatchObject({ claimId: 'a01', version: 1, lines: [{ lineId: 'a0M' }] });
    expect(form.told).toEqual(['saved true']);
    expect(keptOf('')).toBeUndefined();
    expect(keptOf('a01')).toMatchObject({ saved: true });
    // AND nothing is sent again while nothing is typed
    expect(await saver.now()).toBe(true);
    expect(server).toHaveBeenCalledTimes(1);
  });

  it('sends what was typed during a save with the version of that save', async () => {
    let answer: (saved: unknown) => void = () => undefined;
    server.mockReturnValueOnce(new Promise((resolve) => (answer = resolve))).mockResolvedValueOnce({ claimId: 'a01', version: 2, lineIds: [], problems: [] });
    const form = formOf(TYPED);
    const saver = new ClaimSaver(form);
    const first = saver.now();
    await Promise.resolve();
    form.draft = { ...form.draft, complaint: 'It leaks a lot' };
    answer({ claimId: 'a01', version: 1, lineIds: [], problems: [] });
    await first;
    expect(keptOf('a01')).toMatchObject({ draft: { complaint: 'It leaks a lot' }, saved: false });
    await saver.now();
    expect(server.mock.calls[1][0].draft).toMatchObject({ version: 1, complaint: 'It leaks a lot' });
  });

  it('loses nothing when the session is over, or the server refuses', async () => {
    server.mockRejectedValueOnce({ status: 401 }).mockResolvedValueOnce({ claimId: null, version: 0, lineIds: [], problems: [{ field: 'PRM_Claim_Number__c', message: 'Taken.' }] });
    const form = formOf(TYPED);
    const saver = new ClaimSaver(form);
    saver.soon();
    expect(await saver.now()).toBe(false);
    expect(await saver.now()).toBe(false);
    expect(form.told).toEqual(['failed', 'refused 1']);
    expect(keptOf('')).toMatchObject({ draft: { complaint: 'It leaks' }, saved: false });
  });

  it('sends nothing without a serial, and nothing that the server had at the beginning', async () => {
    const form = formOf({ ...TYPED, serial: ' ' });
    expect(await new ClaimSaver(form).now()).toBe(false);
    form.draft = { ...TYPED, claimId: 'a01', version: 4 };
    const saver = new ClaimSaver(form);
    saver.begin(form.draft);
    expect(await saver.now()).toBe(true);
    expect(server).not.toHaveBeenCalled();
  });

  it('saves after a pause in typing, once', async () => {
    jest.useFakeTimers();
    server.mockResolvedValue({ claimId: 'a01', version: 1, lineIds: [], problems: [] });
    const saver = new ClaimSaver(formOf(TYPED));
    saver.soon();
    saver.soon();
    expect(server).not.toHaveBeenCalled();
    await jest.runAllTimersAsync();
    expect(server).toHaveBeenCalledTimes(1);
    jest.useRealTimers();
  });
});
