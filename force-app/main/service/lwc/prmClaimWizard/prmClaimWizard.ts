import { api, LightningElement, wire } from 'lwc';
import checkSerial from '@salesforce/apex/PrmClaimWizardController.checkSerial';
import fromPreAuthorisation from '@salesforce/apex/PrmClaimWizardController.fromPreAuthorisation';
import getDraft from '@salesforce/apex/PrmClaimWizardController.getDraft';
import lineKinds from '@salesforce/apex/PrmClaimWizardController.lineKinds';
import saveDraft from '@salesforce/apex/PrmClaimWizardController.saveDraft';
import submitDraft from '@salesforce/apex/PrmClaimWizardController.submit';
import type { Wired } from '@salesforce/apex';
import back from '@salesforce/label/c.PRM_UI_CLAIM_Back';
import fileClaim from '@salesforce/label/c.PRM_UI_CLAIM_File_Claim';
import fix from '@salesforce/label/c.PRM_UI_Fix_Errors';
import keptHere from '@salesforce/label/c.PRM_UI_CLAIM_Kept_Here';
import leave from '@salesforce/label/c.PRM_UI_CLAIM_Leave';
import leaveAsk from '@salesforce/label/c.PRM_UI_CLAIM_Leave_Ask';
import leaveBody from '@salesforce/label/c.PRM_UI_CLAIM_Leave_Body';
import next from '@salesforce/label/c.PRM_UI_CLAIM_Next';
import noFilesYet from '@salesforce/label/c.PRM_UI_CLAIM_No_Files_Yet';
import restored from '@salesforce/label/c.PRM_UI_CLAIM_Restored';
import saved from '@salesforce/label/c.PRM_UI_CLAIM_Saved';
import saving from '@salesforce/label/c.PRM_UI_CLAIM_Saving';
import showSaved from '@salesforce/label/c.PRM_UI_CLAIM_Show_Saved';
import stay from '@salesforce/label/c.PRM_UI_CLAIM_Stay';
import submit from '@salesforce/label/c.PRM_UI_CLAIM_Submit';
import submitted from '@salesforce/label/c.PRM_UI_CLAIM_Submitted_Toast';
import { forget, keep, keptOf } from 'c/prmClaimDrafts';
import type { Labour, Limits, Part, Terms } from 'c/prmClaimCaps';
import { sentenceOf } from 'c/prmClaimFields';
import { EMPTY_DRAFT, fromServer, isTyped, numberOf, problemsOf, stepOf, STEPS, toServer, type ClaimDraft, type DraftLine, type Problem, type Step } from 'c/prmClaimForm';
import { CLAIMS_CHANGED, type Choice } from 'c/prmClaims';
import { STEP_LABELS } from 'c/prmClaimSteps';
import type { Entitlement } from 'c/prmEntitlement';
import { changed } from 'c/prmUiBus';
import { fill } from 'c/prmUiText';
import { today } from 'c/prmUiTime';
import { confirmDone } from 'c/prmUiToast';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';

/** `PrmClaimWizardController.SerialAnswer`. */
export interface SerialAnswer extends Terms {
  readonly found: boolean;
  /** Why the serial will not do, in a sentence. */
  readonly message?: string | null;
  readonly serial?: string | null;
  readonly productName?: string | null;
  readonly usageUnit?: string | null;
  readonly currencyCode?: string | null;
  readonly nearSerials: readonly string[];
  readonly entitlement?: Entitlement | null;
  readonly faults: readonly Choice[];
  readonly parts: readonly Part[];
  readonly labours: readonly Labour[];
  readonly limits: Limits;
}

/** `PrmClaimWizardController.Saved`. */
export interface SavedDraft {
  readonly claimId: string;
  readonly version: number;
  readonly name: string;
  readonly problems: readonly Problem[];
}

interface StepElement extends HTMLElement {
  focusField(name: string, line?: number | null): void;
}

/** People type several letters a second: asking and saving after the pause is enough. */
const ASK_PAUSE_MS = 400;
const SAVE_PAUSE_MS = 2_000;
const NO_TERMS: Terms = { parts: [], labours: [], limits: {} };
/** What the answer about a piece hangs on. */
const ASKED: readonly string[] = ['serial', 'failureDate', 'usage'];

/** What was typed, without the marks of saving. */
const contentOf = (draft: ClaimDraft): string => JSON.stringify({ ...draft, claimId: '', version: 0 });

/** Files a claim in five steps. What is typed is kept in the browser at once and on the server after a pause. */
export default class PrmClaimWizard extends NavigationMixin(LightningElement) {
  @api claimPage = 'Claim__c';
  @api claimsPage = 'Claims__c';

  labels = { back, fileClaim, fix, leave, leaveAsk, leaveBody, noFilesYet, restored, showSaved, stay };
  draft: ClaimDraft = EMPTY_DRAFT;
  step: Step = 'serial';
  problems: readonly Problem[] = [];
  answer?: SerialAnswer;
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
  private claimName = '';
  private state?: Readonly<Record<string, string | undefined>>;
  private savedContent = '';
  private queue: Promise<boolean> = Promise.resolve(true);
  private question = 0;
  private askTimer?: ReturnType<typeof setTimeout>;
  private saveTimer?: ReturnType<typeof setTimeout>;
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
    clearTimeout(this.askTimer);
    clearTimeout(this.saveTimer);
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
    if (this.isSaving) return saving;
    if (this.saveError) return keptHere;
    return this.savedAt ? fill(saved, this.savedAt) : '';
  }

  get summary(): { key: string; text: string; index: number }[] {
    return this.problems.map((problem, index) => ({ key: String(index), text: sentenceOf(problem), index }));
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  handleChange({ detail: { name, value } }: CustomEvent<{ name: string; value: string | boolean }>): void {
    this.problems = this.problems.filter((problem) => problem.field !== name || problem.line);
    this.change({ ...this.draft, [name]: value });
    if (ASKED.includes(name)) this.askSoon();
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
      if (this.onSerial) await this.ask();
      this.problems = [...problemsOf(this.step, this.draft, today()), ...this.serialProblems()];
      if (this.hasProblems) {
        this.focusNext = 'summary';
        return;
      }
      const nextStep = STEPS[STEPS.indexOf(this.step) + 1]!;
      const stored = this.save();
      // Files hang on the saved draft; nothing else waits for the server.
      if (nextStep === 'proofs') await stored;
      this.goTo(nextStep);
    } finally {
      this.busy = false;
    }
  }

  /** A click on a problem leads to its field. */
  handleProblem(event: Event): void {
    const problem = this.problems[Number((event.currentTarget as HTMLElement).dataset.index)];
    if (!problem) return;
    this.step = stepOf(problem);
    this.focusNext = problem;
  }

  handleStay(): void {
    this.leaving = false;
    this.focusNext = 'heading';
  }

  async handleLeave(): Promise<void> {
    this.leaving = false;
    if (isTyped(this.draft)) await this.save();
    this[NavigationMixin.Navigate]({ type: 'comm__namedPage', attributes: { name: this.claimsPage } });
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return this.start();
  }

  handleSaveRetry(): Promise<boolean> {
    return this.save();
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
      this.wasRestored = kept !== undefined && contentOf(kept.draft) !== contentOf(server);
      this.draft = kept?.draft ?? server;
      this.savedContent = claim ? contentOf(server) : '';
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
    if (this.draft.serial) await this.ask();
  }

  private change(draft: ClaimDraft): void {
    this.draft = draft;
    keep({ draft, step: this.step });
    clearTimeout(this.saveTimer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- saves after a pause in typing, ended with the component
    this.saveTimer = setTimeout(() => void this.save(), SAVE_PAUSE_MS);
  }

  private goTo(step: Step): void {
    this.step = step;
    this.problems = [];
    this.focusNext = 'heading';
    if (isTyped(this.draft)) keep({ draft: this.draft, step });
  }

  private askSoon(): void {
    clearTimeout(this.askTimer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for a pause in typing, ended with the component
    this.askTimer = setTimeout(() => void this.ask(), ASK_PAUSE_MS);
  }

  /** Asks what is known about the piece; only the answer to the last question counts. */
  private async ask(): Promise<void> {
    clearTimeout(this.askTimer);
    const { serial, failureDate, usage } = this.draft;
    const question = ++this.question;
    if (!serial.trim()) {
      this.answer = undefined;
      return;
    }
    this.asking = this.answer === undefined;
    try {
      const answer = await checkSerial({ serial: serial.trim(), failureDate: failureDate || null, usage: numberOf(usage) ?? null });
      if (question === this.question) this.answer = answer;
    } catch (error) {
      if (question === this.question) this.saveError = error;
    } finally {
      this.asking = false;
    }
  }

  private serialProblems(): Problem[] {
    return this.onSerial && this.draft.serial.trim() && this.answer && !this.answer.found ? [{ field: 'serial', message: this.answer.message ?? '' }] : [];
  }

  /** Saves one after the other, so that each carries the version of the one before; true when the server has it. */
  private save(): Promise<boolean> {
    clearTimeout(this.saveTimer);
    this.queue = this.queue.then(() => this.saveOnce());
    return this.queue;
  }

  private async saveOnce(): Promise<boolean> {
    const sent = this.draft;
    if (!sent.serial.trim() || contentOf(sent) === this.savedContent) return sent.claimId !== '';
    this.isSaving = true;
    try {
      const answer = await saveDraft({ draft: toServer(sent) });
      this.saveError = undefined;
      this.savedContent = contentOf(sent);
      this.savedAt = new Date().toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
      this.claimName = answer.name;
      if (!sent.claimId) this.nameInAddress(answer.claimId);
      this.draft = { ...this.draft, claimId: answer.claimId, version: answer.version };
      if (contentOf(this.draft) === this.savedContent) forget(answer.claimId);
      else keep({ draft: this.draft, step: this.step });
      return true;
    } catch (error) {
      this.saveError = error;
      return false;
    } finally {
      this.isSaving = false;
    }
  }

  /** A reload must find the draft; its copy in the browser moves along. */
  private nameInAddress(claimId: string): void {
    forget('');
    const url = new URL(window.location.href);
    url.searchParams.delete('from');
    url.searchParams.set('claim', claimId);
    window.history.replaceState(window.history.state, '', url);
  }

  private async submit(): Promise<void> {
    this.problems = STEPS.flatMap((step) => problemsOf(step, this.draft, today()));
    if (this.hasProblems) {
      this.focusNext = 'summary';
      return;
    }
    this.busy = true;
    try {
      if (!(await this.save())) return;
      const { claimId, version } = this.draft;
      const answer = await submitDraft({ claimId, version });
      this.problems = answer.problems;
      if (this.hasProblems) {
        this.focusNext = 'summary';
        return;
      }
      forget(claimId);
      changed(CLAIMS_CHANGED);
      confirmDone(this, fill(submitted, this.draft.claimNumber || this.claimName || answer.name));
      this[NavigationMixin.Navigate]({ type: 'comm__namedPage', attributes: { name: this.claimPage }, state: { claim: claimId } });
    } catch (error) {
      this.saveError = error;
    } finally {
      this.busy = false;
    }
  }
}
