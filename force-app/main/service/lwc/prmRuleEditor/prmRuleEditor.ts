import { LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import discard from '@salesforce/apex/PrmRuleEditorController.discard';
import draft from '@salesforce/apex/PrmRuleEditorController.draft';
import goLive from '@salesforce/apex/PrmRuleEditorController.goLive';
import rulesApex from '@salesforce/apex/PrmRuleEditorController.rules';
import save from '@salesforce/apex/PrmRuleEditorController.save';
import sets from '@salesforce/apex/PrmRuleEditorController.sets';
import vocabulary from '@salesforce/apex/PrmRuleEditorController.vocabulary';
import addRule from '@salesforce/label/c.PRM_UI_RULE_Add';
import auditLabel from '@salesforce/label/c.PRM_UI_RULE_Audit';
import codeLabel from '@salesforce/label/c.PRM_UI_RULE_Code';
import conditionsLabel from '@salesforce/label/c.PRM_UI_RULE_Conditions';
import discardLabel from '@salesforce/label/c.PRM_UI_RULE_Discard';
import draftLabel from '@salesforce/label/c.PRM_UI_RULE_Draft';
import inactive from '@salesforce/label/c.PRM_UI_RULE_Inactive';
import liveLabel from '@salesforce/label/c.PRM_UI_RULE_Go_Live';
import noteLabel from '@salesforce/label/c.PRM_UI_RULE_Note';
import orderLabel from '@salesforce/label/c.PRM_UI_RULE_Order';
import outcomeLabel from '@salesforce/label/c.PRM_UI_RULE_Outcome';
import reviewLabel from '@salesforce/label/c.PRM_UI_RULE_Review_Above';
import ruleHeading from '@salesforce/label/c.PRM_UI_RULE_Heading';
import saved from '@salesforce/label/c.PRM_UI_RULE_Saved';
import saveLabel from '@salesforce/label/c.PRM_UI_RULE_Save';
import setLabel from '@salesforce/label/c.PRM_UI_RULE_Set';
import title from '@salesforce/label/c.PRM_UI_RULE_Title';
import tryLabel from '@salesforce/label/c.PRM_UI_RULE_Try';
import unsaved from '@salesforce/label/c.PRM_UI_RULE_Unsaved';
import { operatorText } from 'c/prmRuleWords';
import { conditionsText, freshRule, withRule, type Rule, type RuleSet, type Vocabulary } from 'c/prmRules';
import type { Option } from 'c/prmUiField';
import type { Row } from 'c/prmUiList';
import { joined } from 'c/prmUiText';
import { confirmDone } from 'c/prmUiToast';

/** Rule sets and their rules: drafted, tried on past claims, let live. */
export default class PrmRuleEditor extends LightningElement {
  labels = { addRule, auditLabel, discardLabel, draftLabel, liveLabel, noteLabel, reviewLabel, ruleHeading, saveLabel, setLabel, title, tryLabel, unsaved };
  columns = [
    { field: 'code', label: codeLabel },
    { field: 'position', label: orderLabel },
    { field: 'outcome', label: outcomeLabel },
    { field: 'conditions', label: conditionsLabel },
  ];
  sets?: readonly RuleSet[];
  vocabulary?: Vocabulary;
  selected?: string;
  rules?: readonly Rule[];
  /** The draft's own settings as they were typed. */
  typed: { reviewAbove?: string; auditPercent?: string; note?: string } = {};
  opened?: Rule;
  dirty = false;
  busy = false;
  error?: unknown;
  private openedIndex?: number;
  private provisionedSets?: Wired<readonly RuleSet[]>;
  private provisionedRules?: Wired<readonly Rule[]>;

  @wire(sets)
  wiredSets(result: Wired<readonly RuleSet[]>): void {
    this.provisionedSets = result;
    if (result.data) {
      this.sets = result.data;
      if (!this.sets.some((each) => each.id === this.selected)) this.select(this.sets[0]?.id);
    } else if (result.error) {
      this.error = result.error;
    }
  }

  @wire(vocabulary)
  wiredVocabulary(result: Wired<Vocabulary>): void {
    if (result.data) this.vocabulary = result.data;
    if (result.error) this.error = result.error;
  }

  @wire(rulesApex, { ruleSetId: '$selected' })
  wiredRules(result: Wired<readonly Rule[]>): void {
    this.provisionedRules = result;
    if (result.data && !this.dirty) this.rules = result.data;
    if (result.error) this.error = result.error;
  }

  get current(): RuleSet | undefined {
    return this.sets?.find((each) => each.id === this.selected);
  }

  get setOptions(): Option[] {
    return (this.sets ?? []).map((each) => ({ value: each.id, label: joined(' · ', each.name, each.statusLabel, each.note) }));
  }

  get loading(): boolean {
    return !this.error && (!this.sets || !this.vocabulary);
  }

  get mayEdit(): boolean {
    return Boolean(this.vocabulary?.editable);
  }

  get editable(): boolean {
    return this.mayEdit && this.current?.status === 'Draft';
  }

  get fixed(): boolean {
    return !this.editable;
  }

  get settings(): { reviewAbove: string; auditPercent: string; note: string } {
    const { current, typed } = this;
    return { reviewAbove: typed.reviewAbove ?? String(current?.reviewAbove ?? ''), auditPercent: typed.auditPercent ?? String(current?.auditPercent ?? ''), note: typed.note ?? current?.note ?? '' };
  }

  get rows(): Row[] {
    const words = this.vocabulary;
    if (!words) return [];
    return (this.rules ?? []).map((rule, index) => ({
      id: String(index),
      secondary: joined(' · ', rule.kinds.join(', '), rule.active ? '' : inactive),
      cells: { code: rule.code, position: rule.position, outcome: words.outcomes.find(({ value }) => value === rule.outcome)?.label ?? rule.outcome, conditions: conditionsText(rule, words, operatorText) },
    }));
  }

  get total(): number {
    return this.rules?.length ?? 0;
  }

  get canGoLive(): boolean {
    return this.editable && !this.dirty;
  }

  get canTry(): boolean {
    return this.mayEdit && !this.dirty && Boolean(this.selected);
  }

  handleSet(event: CustomEvent<{ value: string }>): void {
    this.select(event.detail.value || undefined);
  }

  handleSetting(event: CustomEvent<{ name: string; value: string }>): void {
    this.typed = { ...this.typed, [event.detail.name]: event.detail.value };
    this.dirty = true;
  }

  handleOpen(event: CustomEvent<{ id: string }>): void {
    if (!this.editable) return;
    this.openedIndex = Number(event.detail.id);
    this.opened = this.rules?.[this.openedIndex];
  }

  handleAdd(): void {
    this.openedIndex = undefined;
    this.opened = freshRule(this.rules ?? []);
  }

  handleKeep(event: CustomEvent<{ rule: Rule }>): void {
    this.rules = withRule(this.rules ?? [], this.openedIndex, event.detail.rule);
    this.dirty = true;
    this.opened = undefined;
  }

  handleClose(): void {
    this.opened = undefined;
  }

  handleDraft(): Promise<void> {
    return this.work(async () => {
      this.select(await draft({ note: '' }));
    });
  }

  handleSave(): Promise<void> {
    const { current, settings } = this;
    const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));
    return this.work(async () => {
      await save({ ruleSet: { id: current?.id, reviewAbove: numberOf(settings.reviewAbove), auditPercent: numberOf(settings.auditPercent), note: settings.note }, rules: this.rules ?? [] });
      this.dirty = false;
      this.typed = {};
    });
  }

  handleLive(): Promise<void> {
    return this.work(() => goLive({ ruleSetId: this.selected ?? '' }));
  }

  handleDiscard(): Promise<void> {
    return this.work(async () => {
      await discard({ ruleSetId: this.selected ?? '' });
      this.select(undefined);
    });
  }

  private select(id: string | undefined): void {
    if (id === this.selected) return;
    this.selected = id;
    this.rules = undefined;
    this.typed = {};
    this.dirty = false;
    this.opened = undefined;
  }

  /** Nothing typed is lost where the server refuses: it stays on the screen with the reason above it. */
  private async work(act: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = undefined;
    try {
      await act();
      confirmDone(this, saved);
      await Promise.all([this.provisionedSets && refreshApex(this.provisionedSets), this.provisionedRules && refreshApex(this.provisionedRules)]);
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }
}
