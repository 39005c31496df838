/** Standard components of sites: what each takes of its attributes. `undefined` draws nothing, as on the platform. */
import { NotModelledError, SourceError, type Position } from '../../../schema';
import { sanitizeRichText } from '../rich-text';
import type { Json } from '../types';

type Attributes = Readonly<Record<string, Json>>;
interface SitePart { resolve(attributes: Attributes, position: Position): Record<string, Json> | undefined }

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

interface SectionColumn { readonly columnKey?: string; readonly columnWidth?: string }

/** `sectionConfig` is JSON in a string: columns with their share of twelve. */
function columns(attributes: Attributes, position: Position): { name: string; width: number }[] {
  let parsed: { columns?: SectionColumn[] };
  try {
    parsed = JSON.parse(text(attributes['sectionConfig'])) as { columns?: SectionColumn[] };
  } catch {
    throw new SourceError('sectionConfig is not JSON.', position);
  }
  const found = (parsed.columns ?? []).map(({ columnKey = '', columnWidth = '' }) => ({ name: columnKey, width: Number(columnWidth) }));
  if (found.length === 0 || found.reduce((sum, { width }) => sum + width, 0) !== 12) throw new SourceError('The column widths of a section add up to 12.', position);
  return found;
}

const html: SitePart = { resolve: (attributes, position) => ({ html: sanitizeRichText(text(attributes['richTextValue']), position), decorate: false }) };
/** Parts of pages that the server writes itself or refuses when they are opened. */
const notDrawn: SitePart = { resolve: () => undefined };

const PARTS: Readonly<Record<string, SitePart>> = {
  'community_layout:section': { resolve: (attributes, position) => ({ columns: columns(attributes, position) }) },
  'community_builder:htmlEditor': html,
  'community_builder:richTextEditor': html,
  'dxp_content_layout:siteLogo': { resolve: () => ({}) },
  // Page title and search engine tags: the title is read apart, the rest has no meaning behind a log-in.
  'community_builder:seoAssistant': notDrawn,
  'experience_availability:autoRefresh': notDrawn,
  'community_login:loginForm': notDrawn,
  'community_login:employeeLoginLink': notDrawn,
};

/** Parts of log-in pages other than the log-in page: their pages are refused by name when opened. */
const REFUSED_ON_VISIT: readonly string[] = ['community_login:forgotPassword', 'community_login:checkEmail', 'community_login:selfRegister'];

export interface ResolvedPart { readonly props?: Record<string, Json>; /** What its page is refused for. */ readonly refused?: string }

export function sitePart(definition: string, attributes: Attributes, position: Position): ResolvedPart {
  if (REFUSED_ON_VISIT.includes(definition)) return { refused: `the site component ${definition}` };
  const part = Object.hasOwn(PARTS, definition) ? PARTS[definition] : undefined;
  if (!part) throw new NotModelledError(`the site component ${definition}`, position);
  const props = part.resolve(attributes, position);
  return props ? { props } : {};
}

export const SITE_PARTS: readonly string[] = Object.keys(PARTS);
