import { api, LightningElement } from 'lwc';
import current from '@salesforce/label/c.PRM_UI_CLAIM_Step_Current';
import decision from '@salesforce/label/c.PRM_UI_CLAIM_Path_Decision';
import done from '@salesforce/label/c.PRM_UI_CLAIM_Step_Done';
import draft from '@salesforce/label/c.PRM_UI_CLAIM_Path_Draft';
import end from '@salesforce/label/c.PRM_UI_CLAIM_Path_Used';
import path from '@salesforce/label/c.PRM_UI_CLAIM_Path';
import payment from '@salesforce/label/c.PRM_UI_CLAIM_Path_Payment';
import review from '@salesforce/label/c.PRM_UI_CLAIM_Path_Review';
import submitted from '@salesforce/label/c.PRM_UI_CLAIM_Path_Submitted';
import { PRE_AUTHORISATION } from 'c/prmClaimForm';

/** Station of the path at which a claim with a status stands. */
const AT: Readonly<Record<string, number>> = {
  Draft: 0,
  Cancelled: 0,
  Submitted: 1,
  'Under Review': 2,
  'Information Requested': 2,
  Appealed: 2,
  Approved: 3,
  'Partly Approved': 3,
  Rejected: 3,
  Paid: 4,
  Closed: 4,
  'Clawed Back': 4,
};

/** Stations of a claim; the one where it stands bears the name of its status. */
export default class PrmClaimPath extends LightningElement {
  @api status = '';
  @api statusLabel = '';
  @api type = '';

  labels = { path };

  get steps(): { key: string; label: string; state: string; current?: 'step'; classes: string }[] {
    const at = AT[this.status] ?? 0;
    return [draft, submitted, review, decision, this.type === PRE_AUTHORISATION ? end : payment].map((label, index) => ({
      key: String(index),
      label: index === at ? this.statusLabel : label,
      state: index === at ? current : index < at ? done : '',
      current: index === at ? 'step' : undefined,
      classes: index === at ? 'step step_current' : index < at ? 'step step_done' : 'step',
    }));
  }
}
