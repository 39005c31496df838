/** Expected text and shapes, with placeholders for what differs from org to org. */

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  '{any}': '[\\s\\S]*',
  '{id}': '[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?',
  '{number}': '-?\\d+(?:\\.\\d+)?',
};

/** Whether text is as expected: `{any}` stands for any text, `{id}` for a record id, `{number}` for a number. */
export function matches(expected: string, actual: string): boolean {
  const source = expected.split(/(\{any\}|\{id\}|\{number\})/).map((part) => PLACEHOLDERS[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('');
  return new RegExp(`^${source}$`).test(actual);
}

/** What is different from the expected shape, with the path to it; undefined when nothing is. */
export function difference(expected: unknown, actual: unknown, path = 'answer'): string | undefined {
  if (typeof expected === 'string') {
    return typeof actual === 'string' || typeof actual === 'number' ? (matches(expected, String(actual)) ? undefined : told(path, expected, actual)) : told(path, expected, actual);
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return told(path, expected, actual);
    return expected.map((each, index) => difference(each, actual[index], `${path}.${index}`)).find((each) => each !== undefined);
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return told(path, expected, actual);
    return Object.entries(expected).map(([name, value]) => difference(value, (actual as Record<string, unknown>)[name], `${path}.${name}`)).find((each) => each !== undefined);
  }
  return expected === actual ? undefined : told(path, expected, actual);
}

function told(path: string, expected: unknown, actual: unknown): string {
  return `${path} should be ${JSON.stringify(expected)} and is ${JSON.stringify(actual) ?? 'absent'}`;
}

/** The value at `records.0.Id`. */
export function valueAt(answer: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined), answer);
}
