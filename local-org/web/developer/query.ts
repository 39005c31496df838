/** A SOQL query through the REST API, as its user, drawn as a table with pages. */
import { directRequests, serverRoutes, type OrgRequest, type Platform } from '../../server';
import { count, DEVELOPER, markup, table, type Markup, type Piece } from './layout';

interface Answer { readonly totalSize: number; readonly done: boolean; readonly nextRecordsUrl?: string; readonly records: readonly Readonly<Record<string, unknown>>[]; }

const EXAMPLE = 'SELECT Id, Name, Owner.Name, CreatedDate FROM Account ORDER BY CreatedDate DESC';
/** A place in a result as the REST API names it in `nextRecordsUrl`. */
const PLACE = /\/query\/([A-Za-z0-9]+-\d+)$/;

export function queryPage(request: OrgRequest, platform: Platform): Markup {
  const text = request.query.get('q') ?? '';
  const form = markup`<form method="get" action="${DEVELOPER}/query" class="slds-m-bottom_medium"><div class="slds-form-element slds-m-bottom_small"><label class="slds-form-element__label" for="q">SOQL query</label><div class="slds-form-element__control"><textarea class="slds-textarea" id="q" name="q" rows="4" required spellcheck="false" autocapitalize="none">${text || EXAMPLE}</textarea></div></div><button class="slds-button slds-button_brand" type="submit">Run query</button></form>`;
  return text ? markup`${form}${resultOf(request, platform, text)}` : form;
}

function resultOf(request: OrgRequest, platform: Platform, text: string): Markup {
  const place = request.query.get('at');
  const base = `/services/data/v${platform.org.apiVersion}.0/query`;
  const url = place && /^[A-Za-z0-9]+-\d+$/.test(place) ? `${base}/${place}` : `${base}?${new URLSearchParams({ q: text }).toString()}`;
  const ask = directRequests(serverRoutes, (message) => process.stderr.write(`${message}\n`));
  const { status, json } = ask(platform, { method: 'GET', url, headers: { authorization: `Bearer ${request.token}`, 'sforce-query-options': 'batchSize=200' } });
  if (status !== 200) return refused(json);
  const answer = json as Answer;
  const first = place ? Number(place.split('-')[1]) + 1 : 1;
  const rows = answer.records.map((record) => flat(record));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const next = PLACE.exec(answer.nextRecordsUrl ?? '')?.[1];
  const shown = answer.records.length ? `${first} to ${first + answer.records.length - 1} of ${count(answer.totalSize, 'row')}` : count(answer.totalSize, 'row');
  const link = (label: string, more: Record<string, string>): Markup => markup`<a class="slds-button slds-button_neutral slds-m-top_small" href="${DEVELOPER}/query?${new URLSearchParams({ q: text, ...more }).toString()}">${label}</a>`;
  return markup`<p class="slds-m-bottom_small" role="status">${shown}</p>${rows.length ? table('Result', columns, rows.map((row) => columns.map((column) => row.get(column)))) : ''}${place ? link('First page', {}) : ''}${next ? link('Next page', { at: next }) : ''}`;
}

function refused(json: unknown): Markup {
  const errors = json as readonly { errorCode: string; message: string }[];
  return markup`<div class="slds-box slds-theme_error web-developer__error" role="alert">${errors.map(({ errorCode, message }) => markup`<p><strong>${errorCode}</strong></p><pre class="web-developer__pre">${message}</pre>`)}</div>`;
}

/** One record as columns: parents by their path, child rows by their number. */
function flat(record: Readonly<Record<string, unknown>>, prefix = ''): Map<string, Piece> {
  const row = new Map<string, Piece>();
  for (const [name, value] of Object.entries(record)) {
    if (name === 'attributes') continue;
    const path = prefix + name;
    if (value === null || typeof value !== 'object') row.set(path, value === null ? '' : String(value));
    else if (Array.isArray((value as { records?: unknown }).records)) row.set(path, count((value as unknown as Answer).totalSize, 'row'));
    else for (const [inner, cell] of flat(value as Record<string, unknown>, `${path}.`)) row.set(inner, cell);
  }
  return row;
}
