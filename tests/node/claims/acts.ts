/** Acts of people in Apex, each the same text whatever the claim: what it is done on comes as JSON in `items`. */

/** The first item of an act that is done on one claim: its id, and what the act needs besides. */
const ITEM = 'List<Object> item = (List<Object>) ((List<Object>) JSON.deserializeUntyped(items))[0]; String claimId = (String) item[0];';
const IDS = 'Set<Id> claimIds = new Set<Id>(); for (Object each : (List<Object>) JSON.deserializeUntyped(items)) { claimIds.add((Id) ((List<Object>) each)[0]); }';
const RETURN = `${ITEM} List<PRM_Return_Authorisation__c> open = [SELECT Id FROM PRM_Return_Authorisation__c WHERE PRM_Claim__c = :claimId AND PRM_Status__c IN ('Issued', 'Overdue') WITH SYSTEM_MODE ORDER BY Id LIMIT 1]; if (open.isEmpty()) { throw PrmException.notFound(); }`;
const LINE = (set: string): string => `List<PRM_Claim_Line__c> lines = new List<PRM_Claim_Line__c>(); for (Object each : (List<Object>) JSON.deserializeUntyped(items)) { List<Object> item = (List<Object>) each; lines.add(new PRM_Claim_Line__c(Id = (Id) item[0]${set})); }`;

export const APEX = {
  submit: `${IDS} PrmClaimDrafts.submit(claimIds);`,
  pay: `${IDS} PrmClaimPayments.pay(claimIds, 'CN');`,
  decide: `List<PrmClaimVerdict> verdicts = (List<PrmClaimVerdict>) JSON.deserialize(items, List<PrmClaimVerdict>.class); Set<Id> claimIds = new Set<Id>(); for (PrmClaimVerdict each : verdicts) { claimIds.add(each.claimId); } PrmClaimStore store = new PrmClaimStore(claimIds); PrmVerdicts.apply(store, verdicts); store.save();`,
  removing: `${LINE('')} delete as system lines;`,
  pricing: `${LINE(', PRM_Unit_Price__c = Decimal.valueOf(String.valueOf(item[1]))')} update as system lines;`,
  answer: `${ITEM} PrmClaimDrafts.answer(claimId, 'So it is');`,
  cancel: `${ITEM} PrmClaimDrafts.cancel(claimId);`,
  accept: `${ITEM} PrmClaimAppeals.accept(claimId);`,
  appeal: `${ITEM} PrmClaimAppeals.appeal(claimId, 'Wrong');`,
  receive: `${RETURN} List<PrmReturnReceipt> receipts = new List<PrmReturnReceipt>(); for (PRM_Return_Line__c line : [SELECT Id FROM PRM_Return_Line__c WHERE PRM_Return__c = :open[0].Id WITH SYSTEM_MODE]) { PrmReturnReceipt r = new PrmReturnReceipt(); r.lineId = line.Id; r.quantity = Decimal.valueOf(String.valueOf(item[1])); receipts.add(r); } PrmReturns.receive(open[0].Id, receipts);`,
  waive: `${RETURN} PrmReturns.waive(open[0].Id);`,
  askBack: `${ITEM} PrmClaimClawback.ask(claimId, 'Fraud');`,
  approveBack: `${ITEM} PrmClaimClawback.approve(claimId);`,
  refuseBack: `${ITEM} PrmClaimClawback.refuse(claimId);`,
} as const;

/** What is done on many claims at once. */
export const BULK: ReadonlySet<string> = new Set([APEX.submit, APEX.pay, APEX.decide, APEX.removing, APEX.pricing]);
