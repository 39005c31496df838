import { api, LightningElement } from 'lwc';
import settleFlag from '@salesforce/apex/PrmAdjudicatorController.settleFlag';
import clear from '@salesforce/label/c.PRM_UI_ADJ_Clear';
import clearNamed from '@salesforce/label/c.PRM_UI_ADJ_Clear_Named';
import confirm from '@salesforce/label/c.PRM_UI_ADJ_Confirm';
import confirmNamed from '@salesforce/label/c.PRM_UI_ADJ_Confirm_Named';
import flagsLabel from '@salesforce/label/c.PRM_UI_ADJ_Flags';
import historyLabel from '@salesforce/label/c.PRM_UI_ADJ_History';
import noFlags from '@salesforce/label/c.PRM_UI_ADJ_No_Flags';
import noHistory from '@salesforce/label/c.PRM_UI_ADJ_No_History';
import type { ClaimFile, Flag, PieceEvent } from 'c/prmAdjudication';
import type { Tone } from 'c/prmUiState';
import { fill } from 'c/prmUiText';
import { dayText } from 'c/prmUiTime';

const TONES: Readonly<Record<string, Tone>> = { Open: 'warning', Confirmed: 'error', Cleared: 'success' };

/**
 * What happened to the piece before, and what makes the claim look odd.
 * @fires PrmClaimSigns#settled when a flag was cleared or confirmed
 */
export default class PrmClaimSigns extends LightningElement {
  @api file?: ClaimFile;
  /** Whether flags may be settled. */
  @api editable = false;

  labels = { clear, confirm, flagsLabel, historyLabel, noFlags, noHistory };
  error?: unknown;
  busy = false;

  get flags(): (Flag & { tone: Tone; open: boolean; clearLabel: string; confirmLabel: string })[] {
    return (this.file?.flags ?? []).map((flag) => ({
      ...flag,
      tone: TONES[flag.state] ?? 'neutral',
      open: this.editable && flag.state === 'Open',
      clearLabel: fill(clearNamed, flag.detail ?? flag.kind),
      confirmLabel: fill(confirmNamed, flag.detail ?? flag.kind),
    }));
  }

  get hasFlags(): boolean {
    return this.flags.length > 0;
  }

  get events(): (PieceEvent & { dayShown: string })[] {
    return (this.file?.history ?? []).map((event) => ({ ...event, dayShown: dayText(event.day) }));
  }

  get hasEvents(): boolean {
    return this.events.length > 0;
  }

  async handleSettle(event: Event): Promise<void> {
    const { id, state } = (event.currentTarget as HTMLElement).dataset;
    if (this.busy || !id || !state) return;
    this.busy = true;
    this.error = undefined;
    try {
      await settleFlag({ flagId: id, state });
      this.dispatchEvent(new CustomEvent('settled'));
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }
}
