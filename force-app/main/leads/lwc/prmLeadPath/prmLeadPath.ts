import { api, LightningElement } from 'lwc';
import current from '@salesforce/label/c.PRM_UI_Path_Current';
import done from '@salesforce/label/c.PRM_UI_Path_Done';
import moveTo from '@salesforce/label/c.PRM_UI_Move_To';
import path from '@salesforce/label/c.PRM_UI_Path';
import type { Choice } from 'c/prmOffers';
import { fill } from 'c/prmUiText';

interface PathStep extends Choice {
  readonly classes: string;
  readonly current: 'step' | undefined;
  readonly state: string;
}

/**
 * How far the work on a lead has come.
 * @fires PrmLeadPath#move with `detail.stage` and `detail.label`
 */
export default class PrmLeadPath extends LightningElement {
  /** All stages in order. */
  @api stages: readonly Choice[] = [];
  /** The stage the lead is in. */
  @api stage = '';
  /** Stages it may go to now. */
  @api nextStages: readonly Choice[] = [];
  @api busy = false;

  labels = { path };

  get steps(): PathStep[] {
    const at = this.stages.findIndex(({ value }) => value === this.stage);
    return this.stages.map((each, index) => ({
      ...each,
      current: index === at ? 'step' : undefined,
      state: index === at ? current : index < at ? done : '',
      classes: index === at ? 'step step_current' : index < at ? 'step step_done' : 'step',
    }));
  }

  get moves(): (Choice & { text: string })[] {
    return this.nextStages.map((each) => ({ ...each, text: fill(moveTo, each.label) }));
  }

  get movable(): boolean {
    return this.nextStages.length > 0;
  }

  handleMove(event: Event): void {
    const stage = (event.currentTarget as HTMLElement).dataset.stage;
    const label = this.nextStages.find(({ value }) => value === stage)?.label;
    this.dispatchEvent(new CustomEvent('move', { detail: { stage, label } }));
  }
}
