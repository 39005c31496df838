/** Rich text that administrators write into pages: only what such editors produce may pass. */
import { SourceError, type Position } from '../../schema';

const TAGS = new Set(['a', 'b', 'blockquote', 'br', 'code', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'li', 'ol', 'p', 'pre', 's', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul']);
const ATTRIBUTES = new Set(['alt', 'class', 'colspan', 'height', 'href', 'rel', 'rowspan', 'src', 'style', 'target', 'title', 'width', 'dir', 'lang']);
const ADDRESS = /^(https?:|mailto:|tel:|\/|#|[\w.-]+(\/|$))/i;

/** The text as it stands; markup that could run code is refused at its place rather than removed in silence. */
export function sanitizeRichText(html: string, position: Position): string {
  for (const [, name = '', attributes = ''] of html.matchAll(/<\/?([a-zA-Z!][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>?/g)) {
    if (!TAGS.has(name.toLowerCase())) throw new SourceError(`Rich text may not contain <${name}>.`, position);
    for (const [, attribute = '', quoted = ''] of attributes.matchAll(/([a-zA-Z][\w:-]*)\s*(?:=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g)) {
      if (!ATTRIBUTES.has(attribute.toLowerCase())) throw new SourceError(`Rich text may not contain the attribute ${attribute}.`, position);
      const value = quoted.replace(/^["']|["']$/g, '').trim();
      if (/^(href|src)$/i.test(attribute) && !ADDRESS.test(value)) throw new SourceError(`Rich text may not address "${value}".`, position);
    }
  }
  return html;
}
