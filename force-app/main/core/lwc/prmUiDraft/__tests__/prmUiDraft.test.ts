import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';

jest.mock('@salesforce/user/Id', () => ({ default: '005A' }), { virtual: true });

afterEach(() => {
  window.localStorage.clear();
  jest.restoreAllMocks();
});

describe('drafts', () => {
  it('come back as they were typed, each under its own name', () => {
    keepDraft('progress.1', { note: 'Called, no answer' });
    expect(loadDraft('progress.1')).toEqual({ note: 'Called, no answer' });
    expect(loadDraft('progress.2')).toEqual({});
  });

  it('are forgotten once saved, and when all text is taken out again', () => {
    keepDraft('a', { note: 'x' });
    dropDraft('a');
    keepDraft('b', { note: 'x' });
    keepDraft('b', { note: '  ' });
    expect(window.localStorage).toHaveLength(0);
  });

  it('belong to the person who typed them', () => {
    // GIVEN a draft of another person on the same machine
    window.localStorage.setItem('prm.draft.005B.a', '{"note":"theirs"}');
    // WHEN this person looks
    const draft = loadDraft('a');
    // THEN there is none
    expect(draft).toEqual({});
  });

  it('do not break the form where the browser keeps nothing', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    jest.spyOn(Storage.prototype, 'getItem').mockReturnValue('{broken');
    expect(() => keepDraft('a', { note: 'x' })).not.toThrow();
    expect(loadDraft('a')).toEqual({});
  });
});
