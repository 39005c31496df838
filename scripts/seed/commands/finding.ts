/** One thing that was checked, and what to do when it is not as it should be. */
export interface Finding { readonly ok: boolean; readonly what: string; readonly fix: string; }
