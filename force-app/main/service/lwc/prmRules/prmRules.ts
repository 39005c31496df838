/** `PrmRuleCondition`. */
export interface Condition {
  readonly fact: string;
  readonly operator: string;
  readonly value?: string | null;
  readonly other?: string | null;
}

/** `PrmRuleEditorController.Rule`. */
export interface Rule {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly code?: string | null;
  readonly position: number;
  readonly kinds: readonly string[];
  readonly conditions: readonly Condition[];
  readonly outcome: string;
  readonly adjustTo?: string | null;
  readonly internal: boolean;
  readonly sentence?: string | null;
  readonly active: boolean;
}

/** `PrmRuleEditorController.RuleSet`. */
export interface RuleSet {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly status: string;
  readonly statusLabel: string;
  readonly reviewAbove?: number | null;
  readonly auditPercent?: number | null;
  readonly note?: string | null;
}

/** `PrmFact`. */
export interface Fact {
  readonly name: string;
  readonly label: string;
  readonly type: 'NUMBER' | 'TEXT' | 'FLAG';
  readonly unit?: string | null;
  readonly kinds: readonly string[];
  readonly values: readonly string[];
}

/** `PrmRuleEditorController.Vocabulary`. */
export interface Vocabulary {
  readonly facts: readonly Fact[];
  readonly operators: Readonly<Record<string, readonly string[]>>;
  readonly kinds: readonly { value: string; label: string }[];
  readonly outcomes: readonly { value: string; label: string }[];
  readonly editable: boolean;
}

/** `PrmDryRun.Change`. */
export interface Change {
  readonly claimId: string;
  readonly claimName: string;
  readonly partnerName?: string | null;
  readonly position: number;
  readonly outcomeBefore: string;
  readonly outcomeAfter: string;
  readonly approvedBefore?: number | null;
  readonly approvedAfter?: number | null;
  readonly currencyCode?: string | null;
  readonly reasonBefore?: string | null;
  readonly reasonAfter?: string | null;
}

/** `PrmDryRun.Page`: what a rule set would have changed, a page of past decisions. */
export interface DryRunPage {
  readonly changes: readonly Change[];
  readonly decisions: number;
  readonly next?: string | null;
}

/** Operators that compare with nothing. */
const LONE = new Set(['isTrue', 'isFalse', 'isKnown', 'isUnknown']);

/** Whether the condition needs a value or another fact. */
export const comparesWith = (condition: Condition): boolean => Boolean(condition.operator) && !LONE.has(condition.operator);

/** A rule that nothing was said of yet. */
export const freshRule = (rules: readonly Rule[]): Rule => ({ code: '', position: Math.max(0, ...rules.map((rule) => rule.position)) + 10, kinds: [], conditions: [], outcome: 'Review', internal: false, sentence: '', active: true });

/** Facts to compare a number with. */
export const numbersOf = (vocabulary: Vocabulary): readonly Fact[] => vocabulary.facts.filter((fact) => fact.type === 'NUMBER');

/** Facts to which lines can be cut. */
export const amountsOf = (vocabulary: Vocabulary): readonly Fact[] => vocabulary.facts.filter((fact) => fact.unit === 'AMOUNT');

/** "Quantity above Hours allowed": the conditions as people read them. */
export function conditionsText(rule: Rule, vocabulary: Vocabulary, operatorText: (operator: string) => string): string {
  const labelOf = (name: string): string => vocabulary.facts.find((fact) => fact.name === name)?.label ?? name;
  return rule.conditions.map((each) => [labelOf(each.fact), operatorText(each.operator), each.other ? labelOf(each.other) : each.value].filter(Boolean).join(' ')).join(' · ');
}

/** Puts a changed rule among the others, in their order. */
export function withRule(rules: readonly Rule[], index: number | undefined, rule: Rule): Rule[] {
  const all = index === undefined ? [...rules, rule] : rules.map((each, at) => (at === index ? rule : each));
  return [...all].sort((left, right) => left.position - right.position);
}
