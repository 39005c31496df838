import checkSerial from '@salesforce/apex/PrmClaimWizardController.checkSerial';
import type { Terms } from 'c/prmClaimCaps';
import { numberOf, type ClaimDraft } from 'c/prmClaimForm';
import type { Choice } from 'c/prmClaims';
import type { Entitlement } from 'c/prmEntitlementCard';

/** `PrmClaimWizardController.SerialAnswer`: what is known about a piece, with all that may be chosen for it. */
export interface PieceAnswer extends Terms {
  readonly found: boolean;
  /** Why the serial will not do, in a sentence. */
  readonly message?: string | null;
  readonly serial?: string | null;
  readonly productName?: string | null;
  readonly usageUnit?: string | null;
  readonly currencyCode?: string | null;
  /** Serials that may be meant: proposed, never taken. */
  readonly nearSerials: readonly string[];
  readonly entitlement?: Entitlement | null;
  readonly faults: readonly Choice[];
}

/** People type several letters a second: asking after the pause is enough. */
const PAUSE_MS = 400;

/** Fields of the draft on which the answer hangs. */
export const ASKED: readonly string[] = ['serial', 'failureDate', 'usage'];

export class PieceQuestion {
  private timer?: ReturnType<typeof setTimeout>;
  private count = 0;

  private readonly read: () => ClaimDraft;
  private readonly answered: (answer: PieceAnswer | undefined) => void;
  private readonly failed: (error: unknown) => void;

  /**
   * @param read the draft as it stands
   * @param answered is told the answer, and nothing while no serial is typed
   * @param failed is told what went wrong
   */
  constructor(read: () => ClaimDraft, answered: (answer: PieceAnswer | undefined) => void, failed: (error: unknown) => void) {
    this.read = read;
    this.answered = answered;
    this.failed = failed;
  }

  soon(): void {
    this.stop();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for a pause in typing, ended with the form
    this.timer = setTimeout(() => {
      void this.now();
    }, PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  async now(): Promise<void> {
    this.stop();
    const { serial, failureDate, usage } = this.read();
    const question = ++this.count;
    if (!serial.trim()) {
      this.answered(undefined);
      return;
    }
    try {
      const answer = await checkSerial({ serial: serial.trim(), failureDate: failureDate || null, usage: numberOf(usage) ?? null });
      if (question === this.count) this.answered(answer);
    } catch (error) {
      if (question === this.count) this.failed(error);
    }
  }
}
