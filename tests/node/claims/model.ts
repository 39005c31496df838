/** What a claim should come to, written from the rules for claims alone: it knows nothing of the package's code. */

export type Outcome = 'Open' | 'Approved' | 'Adjusted' | 'Rejected' | 'Review';
export type Actor = 'PARTNER' | 'JOB' | 'ADJUDICATOR' | 'FUNDS' | 'SCHEDULER';

export interface Line { id: string; readonly part: boolean; claimed: number; outcome: Outcome; approved: number; }
interface Return { open: boolean; readonly lines: readonly string[]; }
interface Money { approved: number; adjusted: number; paid: number; clawedBack: number; }

/** One verdict on each line, in cents. */
export interface Verdict { readonly lineId: string; readonly outcome: Exclude<Outcome, 'Open'>; readonly approved: number; }

const RETURN_FROM = 500_00;

const GRANTED = ['Approved', 'Partly Approved'];

/** A claim in the model; amounts in cents, times in days since the start. */
export class Claim {
  status = 'Draft';
  claimedTotal = 0;
  readonly money = new Map<string, Money>();
  readonly returns: Return[] = [];
  readonly steps: string[] = [];
  private readonly ordered = new Set<string>();
  private appealed = false;
  private firstDecider = '';
  private decider = '';
  private askedBackBy = '';
  private answerDue = 0;
  private appealUntil = 0;
  private validUntil = 0;
  private mismatch = false;

  constructor(readonly id: string, readonly preAuthorisation: boolean, public lines: Line[]) {}

  get awaited(): boolean { return this.returns.some((each) => each.open); }

  submit(): boolean {
    if (!['Draft', 'Information Requested'].includes(this.status) || !this.lines.length) return false;
    this.go('Submitted', 'PARTNER');
    this.lines.forEach((line) => { line.outcome = 'Open'; line.approved = 0; });
    if (!this.preAuthorisation) this.claimedTotal = this.lines.reduce((sum, line) => sum + line.claimed, 0);
    return true;
  }

  answer(): boolean { return this.status === 'Information Requested' && this.submit(); }

  cancel(): boolean {
    if (!['Draft', 'Information Requested'].includes(this.status)) return false;
    return this.go('Cancelled', 'PARTNER');
  }

  get editable(): boolean { return ['Draft', 'Information Requested'].includes(this.status); }

  ask(actor: Actor, by: string, day: number): boolean {
    if (!['Submitted', 'Under Review'].includes(this.status) || this.barred(by)) return false;
    this.answerDue = day + 14;
    return this.go('Information Requested', actor);
  }

  decide(actor: Actor, by: string, verdicts: readonly Verdict[], day: number): boolean {
    if (!['Submitted', 'Under Review', 'Appealed'].includes(this.status) || this.barred(by)) return false;
    const outcomes = new Set(verdicts.map((each) => each.outcome));
    const result = outcomes.has('Review') ? 'Under Review' : outcomes.size === 1 && outcomes.has('Approved') ? 'Approved' : outcomes.size === 1 && outcomes.has('Rejected') ? 'Rejected' : 'Partly Approved';
    if (this.status === 'Appealed' && (result !== 'Under Review' || actor !== 'JOB')) return false;
    for (const verdict of verdicts) {
      const line = this.lines.find((each) => each.id === verdict.lineId) as Line;
      line.outcome = verdict.outcome;
      if (verdict.outcome !== 'Review') line.approved = verdict.outcome === 'Approved' ? line.claimed : verdict.outcome === 'Rejected' ? 0 : verdict.approved;
    }
    if (result !== this.status) this.go(result, actor);
    if (result !== 'Under Review') this.finish(result, by, day);
    return true;
  }

  appeal(day: number): boolean {
    if (!this.appealable(day)) return false;
    this.appealed = true;
    this.firstDecider = this.decider;
    return this.go('Appealed', 'PARTNER');
  }

  /** Accepts a decision in part, so that it need not wait for the end of the time to appeal. */
  accept(day: number): boolean {
    if (!this.appealable(day) || this.status !== 'Partly Approved' || this.preAuthorisation) return false;
    this.appealUntil = -1;
    return true;
  }

  pay(day: number): boolean {
    if (this.appealable(day)) return false;
    if (!GRANTED.includes(this.status) || this.preAuthorisation || this.awaited || this.mismatch) return false;
    this.money.forEach((each) => { each.paid = each.approved; });
    return this.go('Paid', 'FUNDS');
  }

  askBack(by: string): boolean {
    if (this.status !== 'Paid' || this.askedBackBy) return false;
    this.askedBackBy = by;
    return true;
  }

  refuseBack(by: string): boolean {
    if (this.status !== 'Paid' || !this.askedBackBy || this.askedBackBy === by) return false;
    this.askedBackBy = '';
    return true;
  }

  approveBack(by: string): boolean {
    if (this.status !== 'Paid' || !this.askedBackBy || this.askedBackBy === by) return false;
    this.money.forEach((each) => { each.clawedBack = each.paid; });
    return this.go('Clawed Back', 'FUNDS');
  }

  receive(fits: boolean): boolean {
    const order = this.returns.find((each) => each.open);
    if (!order) return false;
    order.open = false;
    if (fits) return true;
    this.mismatch = true;
    if (!GRANTED.includes(this.status)) return true;
    this.lines.filter((line) => order.lines.includes(line.id)).forEach((line) => { line.outcome = 'Review'; });
    return this.go('Under Review', 'JOB');
  }

  waive(): boolean {
    const order = this.returns.find((each) => each.open);
    if (!order) return false;
    order.open = false;
    return true;
  }

  sweep(day: number): void {
    if (this.status === 'Information Requested' && day > this.answerDue) this.go('Cancelled', 'SCHEDULER');
    if (this.preAuthorisation && GRANTED.includes(this.status) && day > this.validUntil) this.go('Closed', 'SCHEDULER');
  }

  private appealable(day: number): boolean { return ['Partly Approved', 'Rejected'].includes(this.status) && !this.appealed && day <= this.appealUntil; }

  /** After an appeal nobody decides what he decided first. */
  private barred(by: string): boolean { return by !== '' && this.appealed && this.firstDecider === by; }

  private finish(result: string, by: string, day: number): void {
    this.decider = by;
    this.mismatch = false;
    this.appealUntil = day + 30;
    this.validUntil = day + 90;
    if (this.preAuthorisation) return;
    this.money.forEach((each) => { each.approved = 0; each.adjusted = 0; });
    for (const line of this.lines) {
      const money = this.money.get(line.id) ?? { approved: 0, adjusted: 0, paid: 0, clawedBack: 0 };
      money.approved = line.approved;
      money.adjusted = line.claimed - line.approved;
      this.money.set(line.id, money);
    }
    if (result === 'Rejected') this.returns.forEach((each) => { each.open = false; });
    else this.orderReturn();
  }

  private orderReturn(): void {
    const parts = this.lines.filter((line) => line.part && line.approved > 0 && !this.ordered.has(line.id));
    parts.forEach((line) => this.ordered.add(line.id));
    if (parts.reduce((sum, line) => sum + line.approved, 0) >= RETURN_FROM) this.returns.push({ open: true, lines: parts.map((line) => line.id) });
  }

  private go(status: string, actor: Actor): true {
    this.steps.push(`${this.status} > ${status}: ${actor}`);
    this.status = status;
    return true;
  }
}

export const MILLISECONDS_A_DAY = 86_400_000;
