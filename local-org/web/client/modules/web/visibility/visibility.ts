/** Visibility rules of page components, evaluated against the record, the user and the screen. */
import { client, context } from 'web/context';
import { fetchRecord, onChange } from 'web/records';
import type { Visibility, VisibilityCriterion } from '../../../../pages/types';

type Compare = (left: string, right: string) => boolean;

/** Numbers compare as numbers, everything else as text without case. */
const order = (left: string, right: string): number => {
  const [a, b] = [Number(left), Number(right)];
  if (left !== '' && right !== '' && !Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return left.toLowerCase().localeCompare(right.toLowerCase());
};

const OPERATORS: Readonly<Record<string, Compare>> = {
  EQUAL: (left, right) => order(left, right) === 0,
  NE: (left, right) => order(left, right) !== 0,
  CONTAINS: (left, right) => left.toLowerCase().includes(right.toLowerCase()),
  GT: (left, right) => order(left, right) > 0,
  GE: (left, right) => order(left, right) >= 0,
  LT: (left, right) => order(left, right) < 0,
  LE: (left, right) => order(left, right) <= 0,
};

function leftValue({ left }: VisibilityCriterion, fields: Readonly<Record<string, { value: unknown }>>): string {
  if (left === '$Client.FormFactor') return client('formFactor');
  const permission = /^\$Permission\.CustomPermission\.(\w+)$/.exec(left)?.[1];
  if (permission) return String(context.customPermissions.includes(permission));
  return String(fields[left.replace(/^Record\./, '')]?.value ?? '');
}

/** `1 AND (2 OR 3)` over the results; AND binds closer than OR. The server let only such texts pass. */
export function combine(filter: string | undefined, results: readonly boolean[]): boolean {
  if (!filter) return results.every(Boolean);
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|\(|\)/g) ?? [];
  let at = 0;
  const unit = (): boolean => {
    const token = tokens[at++];
    if (token !== '(') return results[Number(token) - 1] ?? false;
    const value = either();
    at++;
    return value;
  };
  const both = (): boolean => {
    let value = unit();
    while (tokens[at] === 'AND') { at++; const next = unit(); value = value && next; }
    return value;
  };
  const either = (): boolean => {
    let value = both();
    while (tokens[at] === 'OR') { at++; const next = both(); value = value || next; }
    return value;
  };
  return either();
}

/** Reports now and after each change of the record whether the component shows; returns the way to stop. */
export function watchVisibility(rule: Visibility | undefined, recordId: string | undefined, objectApiName: string | undefined, report: (visible: boolean) => void): () => void {
  const fields = (rule?.criteria ?? []).flatMap(({ left }) => /^Record\.(\w+)$/.exec(left)?.[1] ?? []);
  const evaluate = async (): Promise<void> => {
    if (!rule) return report(true);
    const record = fields.length > 0 && recordId ? await fetchRecord(recordId, { optionalFields: fields.map((field) => `${objectApiName}.${field}`).join(',') }) : undefined;
    report(combine(rule.booleanFilter, rule.criteria.map((criterion) => OPERATORS[criterion.operator]!(leftValue(criterion, record?.fields ?? {}), criterion.right))));
  };
  void evaluate();
  if (!rule || fields.length === 0) return () => undefined;
  return onChange(({ id }) => { if (recordId && id.slice(0, 15) === recordId.slice(0, 15)) void evaluate(); });
}
