import { api, LightningElement } from 'lwc';
import dryRun from '@salesforce/apex/PrmRuleEditorController.dryRun';
import after from '@salesforce/label/c.PRM_UI_RULE_After';
import before from '@salesforce/label/c.PRM_UI_RULE_Before';
import claimLabel from '@salesforce/label/c.PRM_UI_RULE_Claim';
import found from '@salesforce/label/c.PRM_UI_RULE_Found';
import none from '@salesforce/label/c.PRM_UI_RULE_None';
import partnerLabel from '@salesforce/label/c.PRM_UI_RULE_Partner';
import running from '@salesforce/label/c.PRM_UI_RULE_Running';
import start from '@salesforce/label/c.PRM_UI_RULE_Try';
import { moneyText } from 'c/prmAdjudication';
import type { Change, DryRunPage } from 'c/prmRules';
import type { Row } from 'c/prmUiList';
import { fill, joined } from 'c/prmUiText';

const PAGE = 25;

/** Which past claims a rule set would have decided differently; nothing is saved. */
export default class PrmDryRun extends LightningElement {
  @api
  get ruleSetId(): string | undefined {
    return this.wanted;
  }
  set ruleSetId(id: string | undefined) {
    if (id !== this.wanted) this.changes = undefined;
    this.wanted = id;
  }

  labels = { claimLabel, none, start };
  changes?: readonly Change[];
  decisions = 0;
  pageNumber = 1;
  pageSize = PAGE;
  busy = false;
  error?: unknown;
  private wanted?: string;

  columns = [
    { field: 'claim', label: claimLabel },
    { field: 'partner', label: partnerLabel },
    { field: 'before', label: before },
    { field: 'after', label: after },
  ];

  get summary(): string {
    if (this.busy) return fill(running, this.decisions);
    return this.changes ? fill(found, this.changes.length, this.decisions) : '';
  }

  get total(): number {
    return this.changes?.length ?? 0;
  }

  get nothing(): boolean {
    return !this.busy && this.changes?.length === 0;
  }

  get rows(): Row[] {
    const from = (this.pageNumber - 1) * PAGE;
    return (this.changes ?? []).slice(from, from + PAGE).map((change, index) => ({
      id: `${from + index}`,
      cells: {
        claim: `${change.claimName} · ${change.position}`,
        partner: change.partnerName ?? '',
        before: joined(' · ', change.outcomeBefore, moneyText(change.approvedBefore, change.currencyCode), change.reasonBefore),
        after: joined(' · ', change.outcomeAfter, moneyText(change.approvedAfter, change.currencyCode), change.reasonAfter),
      },
    }));
  }

  get shown(): boolean {
    return this.total > 0;
  }

  handlePage(event: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = event.detail.pageNumber;
  }

  /** Page after page, as long as the rules that were asked for are still the ones on the screen. */
  async handleStart(): Promise<void> {
    const id = this.wanted;
    if (this.busy || !id) return;
    this.busy = true;
    this.error = undefined;
    this.changes = [];
    this.decisions = 0;
    this.pageNumber = 1;
    try {
      let next: string | null = null;
      do {
        // eslint-disable-next-line no-await-in-loop -- each page begins where the one before ended
        const page: DryRunPage = await dryRun({ ruleSetId: id, after: next });
        if (id !== this.wanted) break;
        this.changes = [...(this.changes ?? []), ...page.changes];
        this.decisions += page.decisions;
        next = page.next ?? null;
      } while (next);
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }
}
