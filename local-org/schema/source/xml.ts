/** Metadata XML to `XmlElement`, with the position of every element. */
import { SaxesParser } from 'saxes';
import { SourceError, type Position } from '../errors';
import type { XmlElement } from '../types';

class Element implements XmlElement {
  readonly children: Element[] = [];
  text = '';
  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
    readonly position: Position
  ) {}
  child(name: string): XmlElement | undefined {
    return this.children.find((each) => each.name === name);
  }
  all(name: string): readonly XmlElement[] {
    return this.children.filter((each) => each.name === name);
  }
  value(name: string): string | undefined {
    return this.child(name)?.text;
  }
}

/** Line and column of offsets in a text. Offsets must not go backwards: one pass serves a whole file. */
class PositionCounter {
  private line = 1;
  private lineStart = 0;
  private scanned = 0;
  constructor(
    private readonly file: string,
    private readonly text: string
  ) {}
  at(offset: number): Position {
    for (let next = this.text.indexOf('\n', this.scanned); next !== -1 && next < offset; next = this.text.indexOf('\n', this.scanned)) {
      this.line++;
      this.lineStart = next + 1;
      this.scanned = next + 1;
    }
    return { file: this.file, line: this.line, column: offset - this.lineStart + 1 };
  }
}

/** Parses one XML document. Malformed text is a SourceError at the place where the parser stopped. */
export function parseXml(file: string, source: string): XmlElement {
  // XML 1.0 section 2.11: a parser sees every line end as a single line feed.
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const parser = new SaxesParser();
  const positions = new PositionCounter(file, text);
  const open: Element[] = [];
  let root: Element | undefined;
  let tagStart = 0;
  parser.on('error', (error) => {
    const problem = error.message.replace(/^[^ ]*\d+:\d+: /, '');
    throw new SourceError(`XML is not well-formed: ${problem}`, { file, line: parser.line, column: parser.column + 1 });
  });
  parser.on('opentagstart', (tag) => {
    tagStart = text.lastIndexOf(`<${tag.name}`, parser.position);
  });
  parser.on('opentag', (tag) => {
    const element = new Element(tag.name, tag.attributes, positions.at(tagStart));
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  const append = (chunk: string): void => {
    const element = open.at(-1);
    if (element) element.text += chunk;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) element.text = element.text.trim();
  });
  parser.write(text).close();
  if (!root) throw new SourceError('XML is not well-formed: document must contain a root element.', { file, line: 1, column: 1 });
  return root;
}
