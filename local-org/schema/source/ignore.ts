/** .forceignore: the rules of .gitignore, over paths relative to the project folder. */
import { existsSync, readFileSync } from 'node:fs';

interface Rule {
  readonly pattern: RegExp;
  readonly negated: boolean;
}

/** A predicate over project-relative paths (forward slashes); folders above a path are judged when they are walked. */
export function ignoreMatcher(file: string): (path: string) => boolean {
  const rules = existsSync(file) ? readFileSync(file, 'utf8').split(/\r?\n/).flatMap(ruleOf) : [];
  return (path) => rules.reduce((ignored, rule) => (rule.pattern.test(path) ? !rule.negated : ignored), false);
}

function ruleOf(line: string): Rule[] {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return [];
  const negated = trimmed.startsWith('!');
  let pattern = negated ? trimmed.slice(1) : trimmed;
  // A slash inside the pattern anchors it to the project folder; otherwise it matches at any depth.
  const anchored = pattern.replace(/\/$/, '').includes('/');
  pattern = pattern.replace(/^\//, '').replace(/\/$/, '');
  return [{ pattern: new RegExp(`${anchored ? '^' : '(^|/)'}${globToRegExp(pattern)}(/|$)`), negated }];
}

function globToRegExp(glob: string): string {
  let result = '';
  for (let i = 0; i < glob.length; i++) {
    const char = glob.charAt(i);
    if (glob.startsWith('**/', i)) {
      result += '(.*/)?';
      i += 2;
    } else if (glob.startsWith('**', i)) {
      result += '.*';
      i += 1;
    } else if (char === '*') result += '[^/]*';
    else if (char === '?') result += '[^/]';
    else result += char.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  }
  return result;
}
