import { api, LightningElement } from 'lwc';
import check from '@salesforce/apex/PrmRuleEditorController.check';
import activeLabel from '@salesforce/label/c.PRM_UI_RULE_Active';
import addCondition from '@salesforce/label/c.PRM_UI_RULE_Add_Condition';
import adjustToLabel from '@salesforce/label/c.PRM_UI_RULE_Adjust_To';
import cancel from '@salesforce/label/c.PRM_UI_RULE_Cancel';
import codeLabel from '@salesforce/label/c.PRM_UI_RULE_Code';
import conditionsLabel from '@salesforce/label/c.PRM_UI_RULE_Conditions';
import factLabel from '@salesforce/label/c.PRM_UI_RULE_Fact';
import internalLabel from '@salesforce/label/c.PRM_UI_RULE_Internal';
import keep from '@salesforce/label/c.PRM_UI_RULE_Keep';
import kindsLabel from '@salesforce/label/c.PRM_UI_RULE_Kinds';
import operatorLabel from '@salesforce/label/c.PRM_UI_RULE_Operator';
import orderLabel from '@salesforce/label/c.PRM_UI_RULE_Order';
import otherLabel from '@salesforce/label/c.PRM_UI_RULE_Other';
import outcomeLabel from '@salesforce/label/c.PRM_UI_RULE_Outcome';
import removeCondition from '@salesforce/label/c.PRM_UI_RULE_Remove_Condition';
import sentenceLabel from '@salesforce/label/c.PRM_UI_RULE_Sentence';
import valueLabel from '@salesforce/label/c.PRM_UI_RULE_Value';
import { operatorText } from 'c/prmRuleWords';
import { amountsOf, comparesWith, numbersOf, type Condition, type Fact, type Rule, type Vocabulary } from 'c/prmRules';
import type { Option } from 'c/prmUiField';
import { fill } from 'c/prmUiText';

interface ShownCondition extends Condition {
  readonly key: string;
  readonly operators: readonly Option[];
  readonly compares: boolean;
  readonly numeric: boolean;
  readonly removeLabel: string;
}
type Change = CustomEvent<{ name: string; value: string }>;

const optionsOf = (facts: readonly Fact[]): Option[] => facts.map(({ name, label }) => ({ value: name, label }));

/**
 * One rule with its conditions, chosen from lists.
 * @fires PrmRuleForm#keep with `detail.rule` once the server finds nothing wrong
 * @fires PrmRuleForm#cancel
 */
export default class PrmRuleForm extends LightningElement {
  @api vocabulary?: Vocabulary;
  @api
  get rule(): Rule | undefined {
    return this.draft;
  }
  set rule(rule: Rule | undefined) {
    this.draft = rule;
    this.problems = [];
  }

  labels = { activeLabel, addCondition, adjustToLabel, cancel, codeLabel, conditionsLabel, factLabel, internalLabel, keep, kindsLabel, operatorLabel, orderLabel, otherLabel, outcomeLabel, sentenceLabel, valueLabel };
  problems: readonly string[] = [];
  error?: unknown;
  busy = false;
  private draft?: Rule;

  get position(): string {
    return String(this.draft?.position ?? '');
  }

  get facts(): Option[] {
    return optionsOf(this.vocabulary?.facts ?? []);
  }

  get numbers(): Option[] {
    return this.vocabulary ? optionsOf(numbersOf(this.vocabulary)) : [];
  }

  get amounts(): Option[] {
    return this.vocabulary ? optionsOf(amountsOf(this.vocabulary)) : [];
  }

  get outcomes(): readonly Option[] {
    return this.vocabulary?.outcomes ?? [];
  }

  get adjusts(): boolean {
    return this.draft?.outcome === 'Adjust';
  }

  get kinds(): { value: string; label: string; pressed: string }[] {
    return (this.vocabulary?.kinds ?? []).map((kind) => ({ ...kind, pressed: String(this.draft?.kinds.includes(kind.value)) }));
  }

  get flags(): { name: string; label: string; pressed: string }[] {
    return [
      { name: 'internal', label: internalLabel, pressed: String(this.draft?.internal) },
      { name: 'active', label: activeLabel, pressed: String(this.draft?.active) },
    ];
  }

  get conditions(): ShownCondition[] {
    return (this.draft?.conditions ?? []).map((condition, index) => {
      const fact = this.vocabulary?.facts.find(({ name }) => name === condition.fact);
      return {
        ...condition,
        key: String(index),
        operators: (this.vocabulary?.operators[fact?.type ?? ''] ?? []).map((value) => ({ value, label: operatorText(value) })),
        compares: comparesWith(condition),
        numeric: fact?.type === 'NUMBER' && comparesWith(condition),
        removeLabel: fill(removeCondition, index + 1),
      };
    });
  }

  get problemLines(): { key: string; text: string }[] {
    return this.problems.map((text, index) => ({ key: String(index), text }));
  }

  handleField(event: Change): void {
    const { name, value } = event.detail;
    this.change({ [name]: name === 'position' ? Number(value) || 0 : value });
  }

  handleKind(event: Event): void {
    const value = (event.currentTarget as HTMLElement).dataset.kind ?? '';
    const kinds = this.draft?.kinds ?? [];
    this.change({ kinds: kinds.includes(value) ? kinds.filter((kind) => kind !== value) : [...kinds, value] });
  }

  handleFlag(event: Event): void {
    const name = (event.currentTarget as HTMLElement).dataset.flag as 'internal' | 'active';
    this.change({ [name]: !this.draft?.[name] });
  }

  handleCondition(event: Change): void {
    const index = Number((event.target as HTMLElement).dataset.index);
    const { name, value } = event.detail;
    const conditions = (this.draft?.conditions ?? []).map((each, at) => {
      if (at !== index) return each;
      return name === 'fact' ? { fact: value, operator: '' } : { ...each, [name]: value };
    });
    this.change({ conditions });
  }

  handleAdd(): void {
    this.change({ conditions: [...(this.draft?.conditions ?? []), { fact: '', operator: '' }] });
  }

  handleRemove(event: Event): void {
    const index = Number((event.currentTarget as HTMLElement).dataset.index);
    this.change({ conditions: (this.draft?.conditions ?? []).filter((_each, at) => at !== index) });
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleKeep(event: Event): Promise<void> {
    event.preventDefault();
    const { draft } = this;
    if (this.busy || !draft) return;
    this.busy = true;
    this.error = undefined;
    try {
      this.problems = await check({ rule: draft });
      if (this.problems.length === 0) this.dispatchEvent(new CustomEvent('keep', { detail: { rule: draft } }));
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }

  private change(change: Partial<Rule>): void {
    if (this.draft) this.draft = { ...this.draft, ...change };
  }
}
