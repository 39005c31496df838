import saveDraft from '@salesforce/apex/PrmClaimWizardController.saveDraft';
import { forget, keep } from 'c/prmClaimDrafts';
import { contentOf, toServer, type ClaimDraft, type DraftLine, type Problem, type Step } from 'c/prmClaimForm';

/** `PrmClaimSaved`. */
export interface SavedDraft {
  readonly claimId?: string | null;
  /** Grows with each save; stays what was sent where the draft could not be stored. */
  readonly version?: number | null;
  /** Ids of the lines in the order in which they were sent. */
  readonly lineIds: readonly string[];
  readonly problems: readonly Problem[];
}

/** The form whose draft is saved. */
export interface Form {
  draft: ClaimDraft;
  readonly step: Step;
  /** A save began or ended. */
  saving(running: boolean): void;
  /** The server has what was sent; `first` where the claim came into being by it. */
  saved(first: boolean): void;
  /** The server could not take it, for reasons that the user can mend. */
  refused(problems: readonly Problem[]): void;
  failed(error: unknown): void;
}

/** People type several letters a second: saving after the pause is enough. */
const PAUSE_MS = 2_000;

/** Lines as they are by now, with the ids of those that were sent. */
const withIds = (lines: readonly DraftLine[], sent: readonly DraftLine[], ids: readonly string[]): DraftLine[] =>
  lines.map((line) => ({ ...line, lineId: ids[sent.findIndex(({ key }) => key === line.key)] ?? line.lineId }));

/** Saves what is typed. Saves follow one another, so that each carries the version of the one before. */
export class ClaimSaver {
  private timer?: ReturnType<typeof setTimeout>;
  private queue: Promise<boolean> = Promise.resolve(true);
  /** What the server has. */
  private content = '';

  private readonly form: Form;

  constructor(form: Form) {
    this.form = form;
  }

  /** Tells what the server has when the form begins. */
  begin(draft: ClaimDraft | undefined): void {
    this.content = draft ? contentOf(draft) : '';
  }

  /** Keeps a copy now, and saves when nothing was typed for a while. */
  soon(): void {
    this.keepStep();
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for a pause in typing, ended with the form
    this.timer = setTimeout(() => {
      void this.now();
    }, PAUSE_MS);
  }

  /** Saves what is typed by now; true when the server has it. */
  now(): Promise<boolean> {
    this.stop();
    this.queue = this.queue.then(() => this.save());
    return this.queue;
  }

  /** Keeps a copy now, as when another step comes. */
  keepStep(): void {
    const { draft, step } = this.form;
    keep({ draft, step, saved: contentOf(draft) === this.content });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async save(): Promise<boolean> {
    const { form } = this;
    const sent = form.draft;
    if (!sent.serial.trim() || contentOf(sent) === this.content) return sent.claimId !== '';
    form.saving(true);
    try {
      const { claimId, version, lineIds, problems } = await saveDraft({ draft: toServer(sent) });
      if (!claimId || !version || version <= sent.version) {
        form.refused(problems);
        return false;
      }
      this.content = contentOf(sent);
      if (!sent.claimId) forget('');
      form.draft = { ...form.draft, claimId, version, lines: withIds(form.draft.lines, sent.lines, lineIds) };
      this.keepStep();
      form.saved(!sent.claimId);
      return true;
    } catch (error) {
      form.failed(error);
      return false;
    } finally {
      form.saving(false);
    }
  }
}
