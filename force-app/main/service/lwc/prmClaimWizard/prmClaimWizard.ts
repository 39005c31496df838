import { api, LightningElement, wire } from 'lwc';
import fromPreAuthorisation from '@salesforce/apex/PrmClaimWizardController.fromPreAuthorisation';
import getDraft from '@salesforce/apex/PrmClaimWizardController.getDraft';
import lineKinds from '@salesforce/apex/PrmClaimWizardController.lineKinds';
import submitDraft from '@salesforce/apex/PrmClaimWizardController.submit';
import type { Wired } from '@salesforce/apex';
import back from '@salesforce/label/c.PRM_UI_CLAIM_Back';
import fileClaim from '@salesforce/label/c.PRM_UI_CLAIM_File_Claim';
import keptHere from '@salesforce/label/c.PRM_UI_CLAIM_Kept_Here';
import leave from '@salesforce/label/c.PRM_UI_CLAIM_Leave';
import leaveAsk from '@salesforce/label/c.PRM_UI_CLAIM_Leave_Ask';
import leaveBody from '@salesforce/label/c.PRM_UI_CLAIM_Leave_Body';
import next from '@salesforce/label/c.PRM_UI_CLAIM_Next';
import noFilesYet from '@salesforce/label/c.PRM_UI_CLAIM_No_Files_Yet';
import restored from '@salesforce/label/c.PRM_UI_CLAIM_Restored';
import savedText from '@salesforce/label/c.PRM_UI_CLAIM_Saved';
import savingText from '@salesforce/label/c.PRM_UI_CLAIM_Saving';
import showSaved from '@salesforce/label/c.PRM_UI_CLAIM_Show_Saved';
import stay from '@salesforce/label/c.PRM_UI_CLAIM_Stay';
import submit from '@salesforce/label/c.PRM_UI_CLAIM_Submit';
import submittedToast from '@salesforce/label/c.PRM_UI_CLAIM_Submitted_Toast';
import type { Terms } from 'c/prmClaimCaps';
import { forget, keptOf } from 'c/prmClaimDrafts';
import {
  contentOf,
  EMPTY_DRAFT,
  fromProblems,
  fromServer,
  isTyped,
  problemsOf,
  stepOf,
  STEPS,
  type ClaimDraft,
  type DraftLine,
  type Problem,
  type Step,
} from 'c/prmClaimForm';
import { ClaimSaver, type Form } from 'c/prmClaimSaver';
import { CLAIMS_CHANGED, type Choice } from 'c/prmClaims';
import { STEP_LABELS } from 'c/prmClaimSteps';
import type { Entitlement } from 'c/prmEntitlementCard';
import { ASKED, PieceQuestion, type PieceAnswer } from 'c/prmPieceQuestion';
import { changed } from 'c/prmUiBus';
import { fill } from 'c/prmUiText';
import { momentText, today } from 'c/prmUiTime';
import { confirmDone } from 'c/prmUiToast';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';

interface StepElement extends HTMLElement {
  focusField(name: string, line?: number | null): void;
}

const NO_TERMS: Terms = { parts: [], labours: [], limits: {} };

/** Files a claim in five steps. What is typed is kept in the browser at once and on the server after a pause. */
export default class PrmClaimWizard extends NavigationMixin(LightningElement) implements Form {
  @api claimPage = 'Claim__c';
  @api claimsPage = 'Claims__c';

  labels = { back, fileClaim, leave, leaveAsk, leaveBody, noFilesYet, restored, showSaved, stay };
  draft: ClaimDraft = EMPTY_DRAFT;
  step: Step = 'serial';
  problems: readonly Problem[] = [];
  answer?: PieceAnswer;
  asking = false;
  loaded = false;
  loadError?: unknown;
  saveError?: unknown;
  busy = false;
  leaving = false;
  wasRestored = false;
  savedAt = '';
  isSaving = false;
  proofCount = 0;
  kinds: readonly Choice[] = [];
  private state?: Readonly<Record<string, string | undefined>>;
  private readonly saver = new ClaimSaver(this);
  private readonly question = new PieceQuestion(
    () => this.draft,
    (answer) => this.showAnswer(answer),
    (error) => this.failed(error)
  );
  private focusNext?: 'heading' | 'summary' | Problem;

  @wire(lineKinds)
  wiredKinds({ data }: Wired<readonly Choice[]>): void {
    this.kinds = data ?? [];
  }

  /** The address names the draft to go on with, or the pre-authorisation to begin from. */
  @wire(CurrentPageReference)
  wiredReference(reference: PageReference | undefined): void {
    if (!reference || this.state) return;
    this.state = reference.state ?? {};
    void this.start();
  }

  disconnectedCallback(): void {
    this.question.stop();
    this.saver.stop();
  }

  renderedCallback(): void {
    const wanted = this.focusNext;
    if (!wanted || !this.loaded) return;
    this.focusNext = undefined;
    if (typeof wanted === 'object') this.stepElement?.focusField(wanted.field, wanted.line);
    else this.template?.querySelector<HTMLElement>(`[data-focus="${wanted}"]`)?.focus();
  }

  private get stepElement(): StepElement | null | undefined {
    return this.template?.querySelector<StepElement>('[data-step-body]');
  }

  get loading(): boolean {
    return !this.loaded && !this.loadError;
  }

  get stepHeading(): string {
    return STEP_LABELS[this.step];
  }

  get onSerial(): boolean {
    return this.step === 'serial';
  }

  get onFault(): boolean {
    return this.step === 'fault';
  }

  get onLines(): boolean {
    return this.step === 'lines';
  }

  get onProofs(): boolean {
    return this.step === 'proofs';
  }

  get onReview(): boolean {
    return this.step === 'review';
  }

  get terms(): Terms {
    return this.answer ?? NO_TERMS;
  }

  get faults(): readonly Choice[] {
    return this.answer?.faults ?? [];
  }

  get partChoices(): Choice[] {
    return this.terms.parts.map(({ id, name }) => ({ value: id, label: name }));
  }

  get nearSerials(): readonly string[] {
    return this.answer?.nearSerials ?? [];
  }

  get currencyCode(): string {
    return this.answer?.currencyCode ?? '';
  }

  get productName(): string {
    return this.answer?.productName ?? '';
  }

  get foundSerial(): string {
    return this.answer?.serial ?? '';
  }

  get usageUnit(): string {
    return this.answer?.usageUnit ?? '';
  }

  get entitlement(): Entitlement | null | undefined {
    return this.answer?.entitlement;
  }

  get covered(): boolean | undefined {
    return this.entitlement?.covered;
  }

  get canGoBack(): boolean {
    return !this.onSerial;
  }

  get nextLabel(): string {
    return this.onReview ? submit : next;
  }

  get status(): string {
    if (this.isSaving) return savingText;
    if (this.saveError) return keptHere;
    return this.savedAt ? fill(savedText, this.savedAt) : '';
  }

  handleChange({ detail: { name, value } }: CustomEvent<{ name: string; value: string | boolean }>): void {
    this.problems = this.problems.filter((problem) => problem.field !== name || problem.line);
    this.change({ ...this.draft, [name]: value });
    if (ASKED.includes(name)) this.question.soon();
  }

  handleLines({ detail }: CustomEvent<{ lines: readonly DraftLine[] }>): void {
    this.problems = this.problems.filter((problem) => !problem.line && problem.field !== 'lines');
    this.change({ ...this.draft, lines: detail.lines });
  }

  handleProofs({ detail }: CustomEvent<{ count: number }>): void {
    this.proofCount = detail.count;
  }

  handleStep({ detail }: CustomEvent<{ step: Step }>): void {
    this.goTo(detail.step);
  }

  handleBack(): void {
    this.goTo(STEPS[Math.max(0, STEPS.indexOf(this.step) - 1)]!);
  }

  /** Enter goes on, in a text of several lines with Control; Escape asks whether to leave. */
  handleKey(event: KeyboardEvent): void {
    const origin = event.composedPath()[0] as HTMLElement;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.leaving = true;
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || (origin.tagName === 'INPUT' && (origin as HTMLInputElement).type !== 'file'))) {
      event.preventDefault();
      void this.handleNext();
    }
  }

  async handleNext(): Promise<void> {
    if (this.busy) return;
    if (this.onReview) {
      await this.submit();
      return;
    }
    this.busy = true;
    try {
      if (this.onSerial) await this.question.now();
      this.problems = [...problemsOf(this.step, this.draft, today()), ...this.serialProblems()];
      if (this.stopped()) return;
      const nextStep = STEPS[STEPS.indexOf(this.step) + 1]!;
      const stored = this.saver.now();
      // Files hang on the saved draft; nothing else waits for the server.
      if (nextStep === 'proofs') await stored;
      this.goTo(nextStep);
    } finally {
      this.busy = false;
    }
  }

  /** A click on a problem leads to its field. */
  handleProblem({ detail: { problem } }: CustomEvent<{ problem: Problem }>): void {
    const step = stepOf(problem);
    if (step === this.step) {
      this.stepElement?.focusField(problem.field, problem.line);
      return;
    }
    this.step = step;
    this.focusNext = problem;
  }

  handleStay(): void {
    this.leaving = false;
    this.focusNext = 'heading';
  }

  async handleLeave(): Promise<void> {
    this.leaving = false;
    if (isTyped(this.draft)) await this.saver.now();
    this[NavigationMixin.Navigate]({ type: 'comm__namedPage', attributes: { name: this.claimsPage } });
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return this.start();
  }

  handleSaveRetry(): Promise<boolean> {
    return this.saver.now();
  }

  /** Takes what a colleague saved meanwhile, instead of what was typed here. */
  handleShowSaved(): Promise<void> {
    forget(this.draft.claimId);
    this.state = { claim: this.draft.claimId };
    this.saveError = undefined;
    return this.start();
  }

  get canShowSaved(): boolean {
    return this.draft.claimId !== '';
  }

  private async start(): Promise<void> {
    const { claim = '', from = '', serial = '' } = this.state ?? {};
    const kept = from ? undefined : keptOf(claim);
    try {
      const server = claim ? fromServer(await getDraft({ claimId: claim })) : from ? fromServer(await fromPreAuthorisation({ claimId: from })) : { ...EMPTY_DRAFT, serial };
      this.wasRestored = kept !== undefined && !kept.saved && contentOf(kept.draft) !== contentOf(server);
      this.draft = kept && this.wasRestored ? kept.draft : server;
      this.saver.begin(claim ? server : undefined);
    } catch (error) {
      this.loadError = error;
      if (!kept) return;
      // What was typed must not wait for the server.
      this.wasRestored = true;
      this.draft = kept.draft;
    }
    this.step = kept?.step ?? 'serial';
    this.loaded = true;
    this.focusNext = this.step === 'serial' && !this.draft.serial ? { field: 'serial', message: '' } : 'heading';
    this.asking = this.draft.serial !== '';
    await this.question.now();
  }

  private change(draft: ClaimDraft): void {
    this.draft = draft;
    this.saver.soon();
  }

  private goTo(step: Step): void {
    this.step = step;
    this.problems = [];
    this.focusNext = 'heading';
    this.saver.keepStep();
  }

  private showAnswer(answer: PieceAnswer | undefined): void {
    this.asking = false;
    this.answer = answer;
    if (answer?.currencyCode) this.draft = { ...this.draft, currencyCode: answer.currencyCode };
  }

  /** Whether problems stand in the way; the focus goes to them. */
  private stopped(): boolean {
    if (this.problems.length === 0) return false;
    this.focusNext = 'summary';
    return true;
  }

  private serialProblems(): Problem[] {
    return this.onSerial && this.draft.serial.trim() && this.answer && !this.answer.found ? [{ field: 'serial', message: this.answer.message ?? '' }] : [];
  }

  saving(running: boolean): void {
    this.isSaving = running;
  }

  saved(first: boolean): void {
    this.saveError = undefined;
    this.savedAt = momentText(Date.now());
    if (!first) return;
    // A reload must find the draft.
    const url = new URL(window.location.href);
    url.searchParams.delete('from');
    url.searchParams.set('claim', this.draft.claimId);
    window.history.replaceState(window.history.state, '', url);
  }

  refused(problems: readonly Problem[]): void {
    this.problems = fromProblems(problems);
    this.focusNext = 'summary';
  }

  failed(error: unknown): void {
    this.asking = false;
    this.saveError = error;
  }

  private async submit(): Promise<void> {
    this.problems = STEPS.flatMap((step) => problemsOf(step, this.draft, today()));
    if (this.stopped()) return;
    this.busy = true;
    try {
      if (!(await this.saver.now())) return;
      const { claimId, version } = this.draft;
      const answer = await submitDraft({ claimId, version });
      this.problems = fromProblems(answer.problems);
      if (this.stopped()) return;
      forget(claimId);
      changed(CLAIMS_CHANGED);
      confirmDone(this, fill(submittedToast, this.draft.claimNumber || answer.name));
      this[NavigationMixin.Navigate]({ type: 'comm__namedPage', attributes: { name: this.claimPage }, state: { claim: claimId } });
    } catch (error) {
      this.saveError = error;
    } finally {
      this.busy = false;
    }
  }
}
