/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_pattern.htm and ..._matcher.htm */
import type { PlatformClass } from '../../runtime/types';
import { ApexException, ApexList, PlatformObject, required } from '../../runtime/values';
import { javaRegex, replaceWith, splitJava } from './regex';

class ApexPattern extends PlatformObject {
  readonly apexType = 'Pattern';
  constructor(readonly text: string) {
    super();
    javaRegex(text);
  }
  override toString(): string {
    return this.text;
  }
}

class ApexMatcher extends PlatformObject {
  readonly apexType = 'Matcher';
  private match: RegExpExecArray | undefined;
  private from = 0;
  private start = 0;
  private end: number;
  constructor(public pattern: ApexPattern, public text: string) {
    super();
    this.end = text.length;
  }
  private input(): string {
    return this.text.slice(0, this.end);
  }
  private keep(match: RegExpExecArray | null): boolean {
    this.match = match ?? undefined;
    return match !== null;
  }
  /** From an index: everything before is forgotten. */
  findFrom(index: number): boolean {
    if (index < 0 || index > this.text.length) throw new ApexException('StringException', `Index out of bounds: ${index}`);
    this.reset();
    this.from = index;
    return this.find();
  }
  find(): boolean {
    const at = this.from;
    if (at > this.end) return this.keep(null);
    const regex = javaRegex(this.pattern.text, 'dg');
    regex.lastIndex = Math.max(at, this.start);
    const found = regex.exec(this.input());
    if (found) this.from = found.index + (found[0].length || 1);
    else this.from = this.text.length + 1;
    return this.keep(found);
  }
  matches(): boolean {
    const regex = new RegExp(`^(?:${javaRegex(this.pattern.text).source})$`, javaRegex(this.pattern.text).flags.replace(/[gym]/g, '') + 'd');
    const found = regex.exec(this.input().slice(this.start));
    return this.keep(found);
  }
  lookingAt(): boolean {
    const regex = javaRegex(this.pattern.text, 'dy');
    regex.lastIndex = this.start;
    return this.keep(regex.exec(this.input()));
  }
  private current(): RegExpExecArray {
    if (!this.match) throw new ApexException('StringException', 'No match found');
    return this.match;
  }
  group(index = 0): string | null {
    const found = this.current();
    if (index < 0 || index >= found.length) throw new ApexException('StringException', `No group ${index}`);
    return found[index] ?? null;
  }
  bounds(index = 0): [number, number] {
    const found = this.current();
    if (index < 0 || index >= found.length) throw new ApexException('StringException', `No group ${index}`);
    return (found as RegExpExecArray & { indices?: ([number, number] | undefined)[] }).indices?.[index] ?? [-1, -1];
  }
  get groups(): number {
    return (new RegExp(`${javaRegex(this.pattern.text).source}|`, 'u').exec('') as RegExpExecArray).length - 1;
  }
  reset(text = this.text): this {
    this.text = text;
    this.match = undefined;
    this.from = 0;
    this.start = 0;
    this.end = text.length;
    return this;
  }
  region(start: number, end: number): this {
    this.reset();
    this.start = this.from = start;
    this.end = end;
    return this;
  }
  get hitsEnd(): boolean {
    return !this.match || this.match.index + this.match[0].length === this.text.length;
  }
  get regionStart(): number {
    return this.start;
  }
  get regionEnd(): number {
    return this.end;
  }
}

export const PATTERN: PlatformClass = {
  name: 'Pattern',
  members: {
    'static Pattern compile(String regex)': (_x, regex: string) => new ApexPattern(required(regex)),
    'static Boolean matches(String regex, String text)': (_x, regex: string, text: string) => new ApexMatcher(new ApexPattern(required(regex)), required(text)).matches(),
    'static String quote(String text)': (_x, text: string) => `\\Q${text}\\E`,
    'Matcher matcher(String text)': (_x, pattern: ApexPattern, text: string) => new ApexMatcher(pattern, required(text)),
    'String pattern()': (_x, pattern: ApexPattern) => pattern.text,
    'List<String> split(String text)': (_x, pattern: ApexPattern, text: string) => new ApexList(splitJava(text, pattern.text), 'String'),
    'List<String> split(String text, Integer limit)': (_x, pattern: ApexPattern, text: string, limit: number) => new ApexList(splitJava(text, pattern.text, limit), 'String'),
  },
};

export const MATCHER: PlatformClass = {
  name: 'Matcher',
  members: {
    'static String quoteReplacement(String text)': (_x, text: string) => text.replace(/[\\$]/g, '\\$&'),
    'Boolean find()': (_x, matcher: ApexMatcher) => matcher.find(),
    'Boolean find(Integer from)': (_x, matcher: ApexMatcher, from: number) => matcher.findFrom(from),
    'Boolean matches()': (_x, matcher: ApexMatcher) => matcher.matches(),
    'Boolean lookingAt()': (_x, matcher: ApexMatcher) => matcher.lookingAt(),
    'Boolean hitEnd()': (_x, matcher: ApexMatcher) => matcher.hitsEnd,
    'String group()': (_x, matcher: ApexMatcher) => matcher.group(),
    'String group(Integer index)': (_x, matcher: ApexMatcher, index: number) => matcher.group(index),
    'Integer groupCount()': (_x, matcher: ApexMatcher) => matcher.groups,
    'Integer start()': (_x, matcher: ApexMatcher) => matcher.bounds()[0],
    'Integer start(Integer group)': (_x, matcher: ApexMatcher, group: number) => matcher.bounds(group)[0],
    'Integer end()': (_x, matcher: ApexMatcher) => matcher.bounds()[1],
    'Integer end(Integer group)': (_x, matcher: ApexMatcher, group: number) => matcher.bounds(group)[1],
    'Pattern pattern()': (_x, matcher: ApexMatcher) => matcher.pattern,
    'Matcher reset()': (_x, matcher: ApexMatcher) => matcher.reset(),
    'Matcher reset(String text)': (_x, matcher: ApexMatcher, text: string) => matcher.reset(text),
    'Matcher region(Integer start, Integer end)': (_x, matcher: ApexMatcher, start: number, end: number) => matcher.region(start, end),
    'Integer regionStart()': (_x, matcher: ApexMatcher) => matcher.regionStart,
    'Integer regionEnd()': (_x, matcher: ApexMatcher) => matcher.regionEnd,
    'Matcher usePattern(Pattern pattern)': (_x, matcher: ApexMatcher, pattern: ApexPattern) => {
      matcher.pattern = pattern;
      return matcher;
    },
    'String replaceAll(String replacement)': (_x, matcher: ApexMatcher, replacement: string) => replaceWith(matcher.text, matcher.pattern.text, replacement, true),
    'String replaceFirst(String replacement)': (_x, matcher: ApexMatcher, replacement: string) => replaceWith(matcher.text, matcher.pattern.text, replacement, false),
  },
};
