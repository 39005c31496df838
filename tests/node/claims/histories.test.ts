/** Random histories of claims against an independent model: acts succeed and fail as the rules say, and money balances. */
import { Claim, MILLISECONDS_A_DAY, type Actor, type Line, type Outcome, type Verdict } from './model';
import { World, type Act } from './world';

const HISTORIES = Number(process.env.CLAIM_HISTORIES ?? 500);
const SEED = Number(process.env.CLAIM_SEED ?? Date.now() % 1_000_000);
/** Histories that go side by side. */
const AT_ONCE = 100;
const STEPS = 14;
/** Share of the acts that are still tried on claims at their end, all of which must be refused. */
const LATE = 0.08;
const FEWEST = 20;

const TABLE = [
  'Draft > Submitted: PARTNER', 'Draft > Cancelled: PARTNER',
  ...['JOB', 'ADJUDICATOR'].flatMap((actor) => [
    `Submitted > Under Review: ${actor}`,
    ...['Submitted', 'Under Review'].flatMap((from) => ['Information Requested', 'Approved', 'Partly Approved', 'Rejected'].map((to) => `${from} > ${to}: ${actor}`)),
  ]),
  'Information Requested > Submitted: PARTNER', 'Information Requested > Cancelled: PARTNER', 'Information Requested > Cancelled: SCHEDULER',
  'Partly Approved > Appealed: PARTNER', 'Rejected > Appealed: PARTNER', 'Appealed > Under Review: JOB',
  'Approved > Paid: FUNDS', 'Partly Approved > Paid: FUNDS', 'Approved > Closed: SCHEDULER', 'Partly Approved > Closed: SCHEDULER',
  'Approved > Under Review: JOB', 'Partly Approved > Under Review: JOB', 'Paid > Clawed Back: FUNDS',
];

/** A small generator of numbers, the same for a seed on every machine (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = generator(SEED);
const below = (limit: number): number => Math.floor(random() * limit);
const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;

/** What people would do next, by status; anything else is tried now and then and must be refused. */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  Draft: ['submit', 'submit', 'submit', 'submit', 'edit', 'cancel'],
  Submitted: ['decideByRules', 'decideByRules', 'decideByHand', 'decideByHand', 'askByRules', 'askByHand'],
  'Under Review': ['decideByRules', 'decideByRules', 'decideByHand', 'decideByHand', 'askByRules', 'askByHand'],
  'Information Requested': ['submit', 'answer', 'edit', 'cancel', 'wait', 'wait'],
  Approved: ['pay', 'pay', 'receive', 'mismatch', 'mismatch', 'waive'],
  'Partly Approved': ['pay', 'pay', 'appeal', 'receive', 'mismatch', 'mismatch', 'waive', 'wait'],
  Rejected: ['appeal'],
  Appealed: ['reviewByRules'],
  Paid: ['askBack', 'approveBack', 'approveBack', 'approveBack', 'refuseBack'],
};
const ALL = ['submit', 'answer', 'cancel', 'edit', 'decideByRules', 'decideByHand', 'askByRules', 'askByHand', 'reviewByRules', 'appeal', 'pay', 'receive', 'mismatch', 'waive', 'askBack', 'approveBack', 'refuseBack'];

describe('random histories of claims', () => {
  let world: World;
  let day = 0;

  beforeAll(() => { world = new World(); });

  const money = (cents: number): string => (cents / 100).toFixed(2);

  function verdicts(claim: Claim, outcomes: readonly Exclude<Outcome, 'Open'>[]): Verdict[] {
    const same = random() < 0.5 ? pick(['Approved', 'Approved', 'Approved', 'Rejected', 'Rejected', 'Review'] as const) : undefined;
    return claim.lines.map((line) => {
      const outcome = same ?? pick(outcomes);
      return { lineId: line.id, outcome, approved: 1 + below(line.claimed - 1) };
    });
  }

  /** Apex that decides; `by` is empty for the rules. */
  function deciding(claim: Claim, actor: Actor, given: readonly Verdict[], question?: string): string {
    const lines = given.map((each) => `{ PrmLineVerdict l = new PrmLineVerdict(); l.lineId = '${each.lineId}'; l.outcome = '${each.outcome}'; l.approved = ${money(each.approved)}; l.code = 'RANDOM'; v.lines.add(l); }`).join(' ');
    return `PrmClaimStore store = new PrmClaimStore(new Set<Id>{ '${claim.id}' }); PrmClaimVerdict v = new PrmClaimVerdict(); v.claimId = '${claim.id}'; v.actor = '${actor}'; v.byHand = ${actor === 'ADJUDICATOR'}; v.deciderId = UserInfo.getUserId(); ${question ? `v.question = '${question}';` : ''} ${lines} PrmVerdicts.apply(store, new List<PrmClaimVerdict>{ v }); store.save();`;
  }

  function returning(claim: Claim, apex: string): string {
    return `List<PRM_Return_Authorisation__c> open = [SELECT Id FROM PRM_Return_Authorisation__c WHERE PRM_Claim__c = '${claim.id}' AND PRM_Status__c = 'Issued' WITH SYSTEM_MODE ORDER BY Id LIMIT 1]; if (open.isEmpty()) { throw PrmException.notFound(); } ${apex}`;
  }

  function receiving(claim: Claim, fits: boolean): string {
    return returning(claim, `List<PrmReturnReceipt> receipts = new List<PrmReturnReceipt>(); for (PRM_Return_Line__c line : [SELECT Id FROM PRM_Return_Line__c WHERE PRM_Return__c = :open[0].Id WITH SYSTEM_MODE]) { PrmReturnReceipt r = new PrmReturnReceipt(); r.lineId = line.Id; r.quantity = ${fits ? 1 : 0}; receipts.add(r); } PrmReturns.receive(open[0].Id, receipts);`);
  }

  /** Changes the price of a line, or takes one off, past the pages: open claims allow it, others do not. */
  function editing(claim: Claim): { apex: string; model: () => boolean } {
    const line = pick(claim.lines);
    if (claim.lines.length > 2 && random() < 0.4) {
      return { apex: `delete as system new PRM_Claim_Line__c(Id = '${line.id}');`, model: () => claim.editable && (claim.lines = claim.lines.filter((each) => each !== line)).length > 0 };
    }
    const cents = 2 + below(90_000);
    return {
      apex: `update as system new PRM_Claim_Line__c(Id = '${line.id}', PRM_Unit_Price__c = ${money(cents)});`,
      model: () => { if (claim.editable) line.claimed = cents; return claim.editable; },
    };
  }

  function act(claim: Claim): { act: Act; model: () => boolean; name: string } | undefined {
    const likely = LIKELY[claim.status];
    if (!likely && random() > LATE) return undefined;
    const name = likely && random() < 0.85 ? pick(likely) : pick(ALL);
    const id = `'${claim.id}'`;
    const { partner, job } = world.people;
    const adjudicator = pick(world.people.adjudicators);
    const payer = pick(world.people.payers);
    const by = (user: string, apex: string, model: () => boolean): { act: Act; model: () => boolean; name: string } => ({ act: { claimId: claim.id, user, apex }, model, name });
    const decided = verdicts(claim, random() < 0.15 ? ['Approved', 'Review'] : ['Approved', 'Adjusted', 'Adjusted', 'Rejected']);
    const reviewed = claim.lines.map((line): Verdict => ({ lineId: line.id, outcome: 'Review', approved: 0 }));
    const edit = editing(claim);
    switch (name) {
      case 'submit': return by(partner, `PrmClaimDrafts.submit(new Set<Id>{ ${id} });`, () => claim.submit());
      case 'answer': return by(partner, `PrmClaimDrafts.answer(${id}, 'So it is');`, () => claim.answer());
      case 'cancel': return by(partner, `PrmClaimDrafts.cancel(${id});`, () => claim.cancel());
      case 'edit': return by(job, edit.apex, edit.model);
      case 'decideByRules': return by(job, deciding(claim, 'JOB', decided), () => claim.decide('JOB', '', decided, day));
      case 'reviewByRules': return by(job, deciding(claim, 'JOB', reviewed), () => claim.decide('JOB', '', reviewed, day));
      case 'decideByHand': return by(adjudicator, deciding(claim, 'ADJUDICATOR', decided), () => claim.decide('ADJUDICATOR', adjudicator, decided, day));
      case 'askByRules': return by(job, deciding(claim, 'JOB', [], 'Why?'), () => claim.ask('JOB', '', day));
      case 'askByHand': return by(adjudicator, deciding(claim, 'ADJUDICATOR', [], 'Why?'), () => claim.ask('ADJUDICATOR', adjudicator, day));
      case 'appeal': return by(partner, `PrmClaimAppeals.appeal(${id}, 'Wrong');`, () => claim.appeal(day));
      case 'pay': return by(payer, `PrmClaimPayments.pay(new Set<Id>{ ${id} }, 'CN');`, () => claim.pay());
      case 'receive': return by(adjudicator, receiving(claim, true), () => claim.receive(true));
      case 'mismatch': return by(adjudicator, receiving(claim, false), () => claim.receive(false));
      case 'waive': return by(adjudicator, returning(claim, 'PrmReturns.waive(open[0].Id);'), () => claim.waive());
      case 'askBack': return by(payer, `PrmClaimClawback.ask(${id}, 'Fraud');`, () => claim.askBack(payer));
      case 'approveBack': return by(payer, `PrmClaimClawback.approve(${id});`, () => claim.approveBack(payer));
      case 'refuseBack': return by(payer, `PrmClaimClawback.refuse(${id});`, () => claim.refuseBack(payer));
      default: return undefined;
    }
  }

  function start(count: number): Claim[] {
    const drafts = Array.from({ length: count }, () => ({
      preAuthorisation: random() < 0.35,
      lines: Array.from({ length: 2 + below(3) }, (_each, at) => ({ part: at === 0, cents: at === 0 ? 80_000 + below(60_000) : 2 + below(90_000) })),
    }));
    return world.create(drafts).map((made, at) => {
      const draft = drafts[at] as (typeof drafts)[number];
      return new Claim(made.id, draft.preAuthorisation, made.lineIds.map((id, index): Line => ({ id, part: index === 0, claimed: draft.lines[index]?.cents ?? 0, outcome: 'Open', approved: 0 })));
    });
  }

  function step(claims: readonly Claim[]): void {
    const tried = claims.flatMap((claim) => { const each = act(claim); return each ? [{ ...each, claim, before: claim.status }] : []; });
    const results = world.carryOut(tried.map((each) => each.act));
    tried.forEach((each, at) => {
      const expected = each.model();
      const refusal = results[at] ?? null;
      if (expected !== (refusal === null)) throw new Error(`Seed ${SEED}: ${each.name} on a ${each.claim.preAuthorisation ? 'pre-authorisation' : 'claim'} that was ${each.before} should ${expected ? 'succeed' : 'be refused'}: ${refusal ?? 'it was carried out'}. ${each.claim.steps.join('; ')}`);
      if (refusal !== null && !/^(System\.)?(PrmException|DmlException) /.test(refusal)) throw new Error(`Seed ${SEED}: ${each.name} was refused without a sentence: ${refusal}`);
    });
  }

  function move(claims: readonly Claim[], days: number): void {
    day += days;
    world.clock.time += days * MILLISECONDS_A_DAY;
    world.sweep();
    claims.forEach((claim) => claim.sweep(day));
  }

  function compare(claims: readonly Claim[]): void {
    const list = claims.map((claim) => `'${claim.id}'`).join(',');
    const statuses = new Map(world.rows(`SELECT Id, PRM_Status__c FROM PRM_Warranty_Claim__c WHERE Id IN (${list})`).map((row) => [row['Id'], row['PRM_Status__c']]));
    const sums = new Map<string, number>();
    const paidLines = new Set<string>();
    for (const row of world.rows(`SELECT PRM_Claim__c, PRM_Line__c, PRM_Entry__c, PRM_Amount__c FROM PRM_Claim_Ledger__c WHERE PRM_Claim__c IN (${list})`)) {
      const key = `${row['PRM_Claim__c']} ${row['PRM_Entry__c']} ${row['PRM_Line__c'] ?? ''}`;
      sums.set(key, (sums.get(key) ?? 0) + Math.round(Number(row['PRM_Amount__c']) * 100));
      if (row['PRM_Entry__c'] !== 'Paid') continue;
      if (paidLines.has(key)) throw new Error(`Seed ${SEED}: a line was paid twice: ${key}`);
      paidLines.add(key);
    }
    const found = claims.map((claim) => {
      const of = (entry: string, line = ''): number => sums.get(`${claim.id} ${entry} ${line}`) ?? 0;
      return { status: statuses.get(claim.id), claimed: of('Claimed'), lines: [...claim.money.keys()].map((line) => [of('Approved', line), of('Adjusted', line), of('Paid', line), of('Clawed Back', line)]) };
    });
    const expected = claims.map((claim) => ({ status: claim.status, claimed: claim.claimedTotal, lines: [...claim.money.values()].map((each) => [each.approved, each.adjusted, each.paid, each.clawedBack]) }));
    expect({ seed: SEED, claims: found }).toEqual({ seed: SEED, claims: expected });
    const known = new Set(claims.flatMap((claim) => [`${claim.id} Claimed `, ...[...claim.money.keys()].flatMap((line) => ['Approved', 'Adjusted', 'Paid', 'Clawed Back'].map((entry) => `${claim.id} ${entry} ${line}`))]));
    expect([...sums.keys()].filter((key) => !known.has(key))).toEqual([]);
    for (const each of found) {
      const total = (at: number): number => each.lines.reduce((sum, line) => sum + (line[at] ?? 0), 0);
      for (const line of each.lines) expect((line[2] ?? 0) <= (line[0] ?? 0) && (line[3] ?? 0) <= (line[2] ?? 0)).toBe(true);
      if (['Approved', 'Partly Approved', 'Rejected', 'Paid', 'Clawed Back'].includes(String(each.status))) expect(total(0) + total(1)).toBe(each.claimed);
    }
  }

  test(`${HISTORIES} histories, seed ${SEED}`, () => {
    // GIVEN nothing but a seed, which is printed so that a failure can be had again with CLAIM_SEED
    process.stdout.write(`Histories of claims: ${HISTORIES}, seed ${SEED}\n`);
    const counts = new Map<string, number>();
    for (let done = 0; done < HISTORIES; done += AT_ONCE) {
      // WHEN claims live through random acts of random people, and time passes
      const claims = start(Math.min(AT_ONCE, HISTORIES - done));
      for (let at = 0; at < STEPS; at++) {
        step(claims);
        move(claims, below(5));
      }
      move(claims, 100);
      // THEN model and org agree on statuses and money, and no line was paid twice or beyond what was approved
      compare(claims);
      claims.forEach((claim) => claim.steps.forEach((each) => counts.set(each, (counts.get(each) ?? 0) + 1)));
    }
    // AND every step of the table occurred often enough to mean something
    const rare = TABLE.filter((each) => (counts.get(each) ?? 0) < FEWEST * Math.min(1, HISTORIES / 500)).map((each) => `${each}: ${counts.get(each) ?? 0}`);
    expect({ seed: SEED, rare, unknown: [...counts.keys()].filter((each) => !TABLE.includes(each)) }).toEqual({ seed: SEED, rare: [], unknown: [] });
  }, 3_600_000);
});
