import userId from '@salesforce/user/Id';

/** Drafts belong to one person: another who logs in on the same machine does not see them. */
const keyOf = (name: string): string => `prm.draft.${userId}.${name}`;

export type Draft = Readonly<Record<string, string>>;

/** What was typed and not saved under this name; empty when nothing was, or when the browser keeps nothing. */
export function loadDraft(name: string): Draft {
  try {
    return JSON.parse(window.localStorage.getItem(keyOf(name)) ?? '{}') as Draft;
  } catch {
    return {};
  }
}

/** Keeps what is typed; a draft without any text is forgotten. */
export function keepDraft(name: string, draft: Draft): void {
  try {
    if (Object.values(draft).some((value) => value.trim() !== '')) window.localStorage.setItem(keyOf(name), JSON.stringify(draft));
    else window.localStorage.removeItem(keyOf(name));
  } catch {
    // A browser that keeps nothing, or is full, still has the text in the form.
  }
}

/** Forgets a draft once it is saved. */
export function dropDraft(name: string): void {
  keepDraft(name, {});
}
