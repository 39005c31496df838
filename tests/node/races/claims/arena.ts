/** Claims that stand where one waits for its partner, one for a decision, one for appeal, one for payment; and what can be said of them. */
import type { Platform } from '../../../../local-org/server';
import { execute } from '../../locks/boundary';
import { call } from '../race/act';
import type { Arena } from '../race/duel';
import { MOMENT, type RaceOrg } from '../race/org';
import { employee, partnerPerson, rows } from '../race/people';
import { stateOf } from './state';

/** Where the claims of an arena stand, and how the rules bring a submitted claim there. */
export const STANDS = {
  asked: { status: 'Information Requested', outcome: 'Review', question: 'Which seal?' },
  reviewed: { status: 'Under Review', outcome: 'Review', question: '' },
  granted: { status: 'Partly Approved', outcome: 'Adjusted', question: '' },
  settled: { status: 'Partly Approved', outcome: 'Adjusted', question: '' },
} as const;
export type Stand = keyof typeof STANDS;

export interface RacedClaim { readonly claimId: string; readonly lineIds: readonly string[]; readonly version: number; }

export interface People { readonly partner: string; readonly adjudicator: string; readonly payer: string; }
export interface ClaimWorld extends RaceOrg { readonly people: People; readonly faultId: string; readonly today: string; }

/** Claims made at once. */
const BATCH = 40;

const ACCOUNT = `insert as system new Account(Name = 'East', PRM_Is_Partner__c = true, PRM_Partner_Status__c = 'Active');`;
const RECORDS = `
Account stock = new Account(Name = 'Stock');
insert as system stock;
Product2 product = new Product2(Name = 'Pump', IsActive = true, Family = 'Pumps', PRM_Kind__c = 'Product', PRM_Serialised__c = true);
Product2 part = new Product2(Name = 'Seal', IsActive = true, Family = 'Pumps', PRM_Kind__c = 'Part');
insert as system new List<Product2>{ product, part };
insert as system new Asset(Name = 'Pump 1', SerialNumber = 'R-1', Product2Id = product.Id, AccountId = stock.Id);
insert as system new PRM_Fault_Code__c(Name = 'Leak', PRM_Code__c = 'LEAK', PRM_Active__c = true);`;

const DRAFTS = `
Id partnerId = [SELECT Id FROM Account WHERE Name = 'East' WITH SYSTEM_MODE].Id;
Asset piece = [SELECT Id, Product2Id FROM Asset WHERE SerialNumber = 'R-1' WITH SYSTEM_MODE];
Id partId = [SELECT Id FROM Product2 WHERE Name = 'Seal' WITH SYSTEM_MODE].Id;
Id faultId = [SELECT Id FROM PRM_Fault_Code__c WITH SYSTEM_MODE].Id;
List<PRM_Warranty_Claim__c> claims = new List<PRM_Warranty_Claim__c>();
for (Integer i = 0; i < ${BATCH}; i++) {
    claims.add(new PRM_Warranty_Claim__c(PRM_Partner__c = partnerId, PRM_Type__c = 'Claim', PRM_Status__c = 'Draft', PRM_Version__c = 1, PRM_Serial__c = 'R-1', PRM_Asset__c = piece.Id, PRM_Product__c = piece.Product2Id, PRM_Failure_Date__c = PrmClock.today(), PRM_Repair_Date__c = PrmClock.today(), PRM_Fault_Code__c = faultId, PRM_Complaint__c = 'Leaks', PRM_Currency_Code__c = 'EUR'));
}
insert as system claims;
List<PRM_Claim_Line__c> lines = new List<PRM_Claim_Line__c>();
for (PRM_Warranty_Claim__c claim : claims) {
    lines.add(new PRM_Claim_Line__c(PRM_Claim__c = claim.Id, PRM_Position__c = 1, PRM_Kind__c = 'Other', PRM_Quantity__c = 1, PRM_Unit_Price__c = 100, PRM_Outcome__c = 'Open'));
    lines.add(new PRM_Claim_Line__c(PRM_Claim__c = claim.Id, PRM_Position__c = 2, PRM_Kind__c = 'Other', PRM_Quantity__c = 2, PRM_Unit_Price__c = 30, PRM_Outcome__c = 'Open'));
}
insert as system lines;`;

const idsOf = (status: string): string => `new Map<Id, PRM_Warranty_Claim__c>([SELECT Id FROM PRM_Warranty_Claim__c WHERE PRM_Status__c = '${status}' WITH SYSTEM_MODE]).keySet()`;

/** What the rules say to claims: the same to each of their lines, or a question. `ids` is Apex for a set of ids. */
export const verdicts = (ids: string, outcome: string, approved: number, question = ''): string => `
PrmClaimStore store = new PrmClaimStore(${ids});
List<PrmClaimVerdict> verdicts = new List<PrmClaimVerdict>();
for (Id claimId : store.claims.keySet()) {
    PrmClaimVerdict verdict = new PrmClaimVerdict();
    verdict.claimId = claimId;
    verdict.actor = PrmClaimStatus.JOB;
    verdict.question = '${question}';
    for (PRM_Claim_Line__c line : store.linesByClaim.get(claimId)) {
        PrmLineVerdict each = new PrmLineVerdict();
        each.lineId = line.Id;
        each.outcome = '${outcome}';
        each.approved = ${approved};
        each.code = 'RULE';
        each.sentence = 'By the rules.';
        verdict.lines.add(each);
    }
    verdicts.add(verdict);
}
PrmVerdicts.apply(store, verdicts);
store.save();`;

export function claimWorld(org: RaceOrg): ClaimWorld {
  const { platform } = org;
  org.setTime(0);
  execute(platform, ACCOUNT);
  execute(platform, RECORDS);
  const one = (object: string, name: string): string => String(rows(platform, `SELECT Id FROM ${object} WHERE Name = :name`, { name })[0]?.['Id']);
  return {
    ...org, faultId: one('PRM_Fault_Code__c', 'Leak'), today: new Date(MOMENT).toISOString().slice(0, 10),
    people: { partner: partnerPerson(platform, 'OfEast', 'East', 'PRM_Partner_User'), adjudicator: employee(platform, 'Judge', 'PRM_Claims_Adjudicator'), payer: employee(platform, 'Payer', 'PRM_Funds_Approver') },
  };
}

/** An arena of claims that stand alike. */
export function claimArena(world: ClaimWorld, stand: Stand): Arena<RacedClaim> {
  const { platform, people } = world;
  const waiting: RacedClaim[] = [];
  return {
    ...world,
    fresh: () => {
      if (waiting.length === 0) waiting.push(...made(platform, people.partner, stand));
      const record = waiting.pop();
      if (!record) throw new Error(`No claim stands at ${stand}`);
      return record;
    },
    stateOf: (record) => stateOf(platform, people, record),
    check: () => check(platform),
  };
}

function made(platform: Platform, partner: string, stand: Stand): RacedClaim[] {
  execute(platform, DRAFTS);
  const ids = rows(platform, `SELECT Id FROM PRM_Warranty_Claim__c WHERE PRM_Status__c = 'Draft'`).map((row) => String(row['Id']));
  execute(platform, `PrmClaimDrafts.submit(new Set<Id>{ ${ids.map((id) => `'${id}'`).join(', ')} });`, partner);
  execute(platform, verdicts(idsOf('Submitted'), STANDS[stand].outcome, 20, STANDS[stand].question));
  // What its partner accepted can be paid, and not appealed any more.
  if (stand === 'settled') for (const claimId of ids) expect(call(platform, partner, 'PrmMyClaimsController.accept', { claimId })).toEqual({ done: true });
  return ids.map((claimId) => {
    const claim = rows(platform, 'SELECT PRM_Version__c, PRM_Status__c FROM PRM_Warranty_Claim__c WHERE Id = :id', { id: claimId })[0];
    expect(claim?.['PRM_Status__c']).toBe(STANDS[stand].status);
    return { claimId, version: Number(claim?.['PRM_Version__c']), lineIds: rows(platform, 'SELECT Id FROM PRM_Claim_Line__c WHERE PRM_Claim__c = :id ORDER BY PRM_Position__c', { id: claimId }).map((row) => String(row['Id'])) };
  });
}

/** Money of all claims: what went out is what was granted, once for each line, and only of claims that are paid. */
function check(platform: Platform): void {
  const ledger = rows(platform, 'SELECT PRM_Claim__c, PRM_Line__c, PRM_Entry__c, PRM_Amount__c FROM PRM_Claim_Ledger__c');
  const granted = new Map<unknown, number>();
  const paid = new Map<unknown, number[]>();
  for (const { PRM_Line__c: line, PRM_Entry__c: entry, PRM_Amount__c: amount } of ledger) {
    if (entry === 'Approved') granted.set(line, (granted.get(line) ?? 0) + Number(amount));
    if (entry === 'Paid') paid.set(line, [...(paid.get(line) ?? []), Number(amount)]);
  }
  const posted = new Map<unknown, number>();
  for (const entry of rows(platform, 'SELECT PRM_Evidence__c, PRM_Amount__c FROM PRM_Exchange_Entry__c')) posted.set(entry['PRM_Evidence__c'], (posted.get(entry['PRM_Evidence__c']) ?? 0) + Number(entry['PRM_Amount__c']));
  const wanted: unknown[] = [];
  const found: unknown[] = [];
  const lines = rows(platform, 'SELECT Id, PRM_Claim__c, PRM_Approved__c FROM PRM_Claim_Line__c');
  for (const { Id: id, PRM_Status__c: status, PRM_Approved_Total__c: total } of rows(platform, 'SELECT Id, PRM_Status__c, PRM_Approved_Total__c FROM PRM_Warranty_Claim__c')) {
    const own = lines.filter((line) => line['PRM_Claim__c'] === id);
    const amounts = own.map((line) => Number(line['PRM_Approved__c'] ?? 0));
    const sum = amounts.reduce((one, other) => one + other, 0);
    wanted.push({ id, status, granted: amounts, paid: amounts.map((amount) => (status === 'Paid' ? [amount] : [])), total: sum, posted: status === 'Paid' ? sum : 0 });
    found.push({ id, status, granted: own.map((line) => granted.get(line['Id']) ?? 0), paid: own.map((line) => paid.get(line['Id']) ?? []), total, posted: posted.get(`PRM_Warranty_Claim__c:${String(id)}`) ?? 0 });
  }
  expect(found).toEqual(wanted);
}
