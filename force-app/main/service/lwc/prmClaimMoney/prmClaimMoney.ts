import { api, LightningElement } from 'lwc';
import amount from '@salesforce/label/c.PRM_UI_CLAIM_Amount';
import day from '@salesforce/label/c.PRM_UI_CLAIM_When';
import entry from '@salesforce/label/c.PRM_UI_CLAIM_Entry';
import nothing from '@salesforce/label/c.PRM_UI_CLAIM_No_Money';
import open from '@salesforce/label/c.PRM_UI_CLAIM_Owed';
import rows from '@salesforce/label/c.PRM_UI_CLAIM_Rows_Behind';
import { moneyText, type LedgerEntry } from 'c/prmClaims';
import { momentText } from 'c/prmUiTime';

/** Entries in the order in which money goes its way. */
const ORDER = ['Claimed', 'Adjusted', 'Approved', 'Paid', 'Clawed Back'];
const sum = (entries: readonly LedgerEntry[], name: string): number => entries.filter((each) => each.entry === name).reduce((total, each) => total + each.amount, 0);

/** Sums by kind of entry, what is still owed, and on demand the entries behind them. */
export default class PrmClaimMoney extends LightningElement {
  @api ledger: readonly LedgerEntry[] = [];
  @api currencyCode = '';

  labels = { amount, day, entry, nothing, open, rows };

  get sums(): { key: string; label: string; text: string }[] {
    return ORDER.filter((name) => this.ledger.some((each) => each.entry === name)).map((name) => ({
      key: name,
      label: this.ledger.find((each) => each.entry === name)?.entryLabel ?? name,
      text: moneyText(sum(this.ledger, name), this.currencyCode),
    }));
  }

  get nothingYet(): boolean {
    return this.ledger.length === 0;
  }

  get hasEntries(): boolean {
    return this.ledger.length > 0;
  }

  /** What was approved and has not gone out. */
  get owed(): string {
    const left = Math.round((sum(this.ledger, 'Approved') - sum(this.ledger, 'Paid')) * 100) / 100;
    return left > 0 ? moneyText(left, this.currencyCode) : '';
  }

  get entries(): { id: string; label: string; when: string; text: string }[] {
    return this.ledger.map(({ id, entryLabel, happenedAt, amount: value }) => ({ id, label: entryLabel, when: momentText(happenedAt), text: moneyText(value, this.currencyCode) }));
  }
}
