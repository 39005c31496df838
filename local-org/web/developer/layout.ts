/** The frame of the developer pages: written by the server, without any script. */
import { document, escapeHtml } from '../http/html';

export const DEVELOPER = '/developer';

/** What is in the bar, in this order. */
const PARTS: readonly { readonly path: string; readonly label: string }[] = [
  { path: 'objects', label: 'Objects' },
  { path: 'query', label: 'Query' },
  { path: 'log', label: 'Log' },
];

/** Markup that was made here: everything else is escaped on its way in. */
export interface Markup { readonly markup: string; }
export type Piece = Markup | string | number | null | undefined;

const textOf = (piece: Piece): string => (typeof piece === 'object' && piece !== null ? piece.markup : escapeHtml(String(piece ?? '')));

/** Markup with its holes filled in: text is escaped, markup stays, lists are joined. */
export function markup(parts: TemplateStringsArray, ...holes: readonly (Piece | readonly Piece[])[]): Markup {
  return { markup: parts.map((part, at) => part + (at < holes.length ? (Array.isArray(holes[at]) ? (holes[at] as readonly Piece[]).map(textOf).join('') : textOf(holes[at] as Piece)) : '')).join('') };
}

export function developerDocument(title: string, current: string, styles: readonly string[], body: Markup): string {
  const links = PARTS.map(({ path, label }) => markup`<li class="slds-tabs_default__item${path === current ? markup` slds-is-active` : ''}"><a class="slds-tabs_default__link" href="${DEVELOPER}/${path}"${path === current ? markup` aria-current="page"` : ''}>${label}</a></li>`);
  const page = markup`<header class="slds-p-horizontal_medium slds-p-top_small slds-theme_default"><nav class="slds-tabs_default" aria-label="Developer"><ul class="slds-tabs_default__nav">${links}<li class="slds-tabs_default__item web-developer__home"><a class="slds-tabs_default__link" href="/">Start page</a></li></ul></nav></header>
<main class="web-developer slds-p-around_medium"><h1 class="slds-text-heading_large slds-m-bottom_medium">${title}</h1>
${body}
</main>`;
  return document({ title: `${title} · Developer`, lang: 'en', styles, body: page.markup });
}

/** A table that scrolls sideways on a narrow screen; the region can be reached and named. */
export function table(caption: string, headings: readonly string[], rows: readonly (readonly Piece[])[]): Markup {
  const head = headings.map((each) => markup`<th scope="col"><div class="slds-p-horizontal_xx-small">${each}</div></th>`);
  const body = rows.map((row) => markup`<tr>${row.map((cell, at) => (at === 0 ? markup`<th scope="row"><div class="web-developer__cell">${cell}</div></th>` : markup`<td><div class="web-developer__cell">${cell}</div></td>`))}</tr>`);
  return markup`<div class="web-developer__scroll slds-box slds-box_xx-small slds-theme_default" role="region" aria-label="${caption}" tabindex="0"><table class="slds-table slds-table_cell-buffer slds-table_bordered"><caption class="slds-assistive-text">${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** Headings of columns as text: SLDS would draw them in capitals and cut them. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
