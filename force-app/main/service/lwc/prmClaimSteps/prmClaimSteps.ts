import { api, LightningElement } from 'lwc';
import current from '@salesforce/label/c.PRM_UI_CLAIM_Step_Current';
import done from '@salesforce/label/c.PRM_UI_CLAIM_Step_Done';
import fault from '@salesforce/label/c.PRM_UI_CLAIM_Step_Fault';
import lines from '@salesforce/label/c.PRM_UI_CLAIM_Step_Lines';
import proofs from '@salesforce/label/c.PRM_UI_CLAIM_Step_Proofs';
import review from '@salesforce/label/c.PRM_UI_CLAIM_Step_Review';
import serial from '@salesforce/label/c.PRM_UI_CLAIM_Step_Serial';
import steps from '@salesforce/label/c.PRM_UI_CLAIM_Steps';
import { STEPS, type Step } from 'c/prmClaimForm';

/** Headings of the steps. */
export const STEP_LABELS: Readonly<Record<Step, string>> = { serial, fault, lines, proofs, review };

interface Shown {
  readonly step: Step;
  readonly text: string;
  readonly state: string;
  readonly current?: 'step';
  readonly back: boolean;
  readonly classes: string;
}

/**
 * The five steps; one that is done can be gone back to.
 * @fires PrmClaimSteps#stepchange with `detail.step`
 */
export default class PrmClaimSteps extends LightningElement {
  @api step: Step = 'serial';

  labels = { steps };

  get steps(): Shown[] {
    const at = STEPS.indexOf(this.step);
    return STEPS.map((step, index) => ({
      step,
      text: `${index + 1}. ${STEP_LABELS[step]}`,
      state: index === at ? current : index < at ? done : '',
      current: index === at ? 'step' : undefined,
      back: index < at,
      classes: index === at ? 'step step_current' : index < at ? 'step step_done' : 'step',
    }));
  }

  handleStep(event: Event): void {
    this.dispatchEvent(new CustomEvent('stepchange', { detail: { step: (event.currentTarget as HTMLElement).dataset.step } }));
  }
}
