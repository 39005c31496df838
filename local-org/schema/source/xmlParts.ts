/** The children of an XML document as pieces of its text: for what is cut out of a file or put together from two. */
import { SaxesParser } from 'saxes';
import { SourceError } from '../errors';

export interface XmlPart {
  readonly name: string;
  /** Offsets in the text: of the whole element, and of what stands between its tags. */
  readonly start: number;
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  /** Line of the start tag, from 1. */
  readonly line: number;
  /** Texts of its own children that hold nothing but text, first of each name. */
  readonly values: ReadonlyMap<string, string>;
}
export interface XmlParts { readonly text: string; readonly root: string; readonly parts: readonly XmlPart[]; }

/** As `parseXml` reads it: without mark, every line end a line feed. */
export function xmlText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8').replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** The elements right below the root. Malformed text is a SourceError. */
export function xmlParts(file: string, text: string): XmlParts {
  const parser = new SaxesParser();
  const parts: XmlPart[] = [];
  let root = '';
  let depth = 0;
  let open: { name: string; start: number; innerStart: number; line: number; values: Map<string, string> } | undefined;
  let valueName = '';
  let value = '';
  let tagStart = 0;
  let line = 1;
  let counted = 0;
  const lineAt = (offset: number): number => {
    for (let next = text.indexOf('\n', counted); next !== -1 && next < offset; next = text.indexOf('\n', counted)) {
      line++;
      counted = next + 1;
    }
    return line;
  };
  parser.on('error', (error) => {
    throw new SourceError(`XML is not well-formed: ${error.message.replace(/^[^ ]*\d+:\d+: /, '')}`, { file, line: parser.line, column: parser.column + 1 });
  });
  parser.on('opentagstart', (tag) => {
    tagStart = text.lastIndexOf(`<${tag.name}`, parser.position);
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth === 1) root = tag.name;
    if (depth === 2) open = { name: tag.name, start: tagStart, innerStart: parser.position, line: lineAt(tagStart), values: new Map() };
    if (depth === 3) {
      valueName = tag.name;
      value = '';
    }
  });
  const append = (chunk: string): void => {
    if (depth === 3) value += chunk;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', (tag) => {
    if (depth === 3 && open && !open.values.has(valueName)) open.values.set(valueName, value.trim());
    if (depth === 2 && open) {
      parts.push({ ...open, end: parser.position, innerEnd: tag.isSelfClosing ? open.innerStart : text.lastIndexOf('</', parser.position - 1) });
      open = undefined;
    }
    depth--;
  });
  parser.write(text).close();
  return { text, root, parts };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
export const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** A document of this root around a piece of text; it stands in the first line, so that line n of it is line n of the piece. */
export function wrapXml(root: string, inner: string): string {
  return `${HEAD}<${root} xmlns="${NAMESPACE}">${inner}</${root}>\n`;
}

/** The text without some of its parts; what stays keeps its line. */
export function withoutParts({ text }: XmlParts, gone: readonly XmlPart[]): string {
  let kept = '';
  let at = 0;
  for (const part of gone) {
    kept += text.slice(at, part.start) + text.slice(part.start, part.end).replace(/[^\n]+/g, '');
    at = part.end;
  }
  return kept + text.slice(at);
}
