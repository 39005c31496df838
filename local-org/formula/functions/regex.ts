/** REGEX matches the whole text with a Java pattern; what JavaScript cannot express is refused by name. */
const compiled = new Map<string, RegExp | string>();
const KEPT = 500;

/** The pattern, or what is wrong with it. */
export function pattern(source: string): RegExp | string {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const result = translate(source);
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(source, result);
  return result;
}

/** Java constructs that JavaScript reads differently or not at all. */
const FOREIGN: readonly [RegExp, string][] = [
  [/(?:^|[^\\])(?:\\\\)*\\[QEGAZz]/, '\\Q, \\E, \\G, \\A, \\Z and \\z'],
  [/[*+?}]\+/, 'possessive quantifiers'],
  [/\[[^\]]*&&/, 'class intersection'],
  [/\(\?>/, 'atomic groups'],
  [/\(\?[a-zA-Z-]+[:)]/, 'inline flags inside the pattern'],
];

function translate(source: string): RegExp | string {
  // `(?i)` at the start, alone or as the first thing in the outermost group, concerns the rest of the pattern.
  const flagged = /^(\(*)\(\?([ims]+)\)/.exec(source);
  const flags = flagged?.[2] ?? '';
  const body = flagged ? (flagged[1] ?? '') + source.slice(flagged[0].length) : source;
  const posix: Record<string, string> = { Alpha: 'A-Za-z', Digit: '0-9', Alnum: 'A-Za-z0-9', Upper: 'A-Z', Lower: 'a-z', Punct: '!-/:-@\\[-`{-~', Space: '\\s' };
  const plainBody = body.replace(/\\p\{(\w+)\}/g, (whole, name: string) => (posix[name] === undefined ? whole : `[${posix[name]}]`));
  for (const [test, name] of FOREIGN) if (test.test(plainBody)) return `the local org does not model ${name}`;
  try {
    return new RegExp(`^(?:${plainBody})$`, flags + (/\\p\{/.test(plainBody) ? 'u' : ''));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
