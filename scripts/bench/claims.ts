/** Statements of submitting and adjudicating claims, with few and many claims in the org; counts, the same on every machine. */
import type { Benchmark, Measure } from './benchmark';
import { benchOrg, drain, type BenchOrg } from './org';

const PIECES = 200;
const SUBMITTED = 200;
const DECIDED = 50;
const SETS = ['PRM_Service_Integration', 'PRM_Service_Admin', 'PRM_Catalogue_Admin'];

/** A product with pieces that one partner sold, a term, a fault and its work. */
const WORLD = `
Account partner = [SELECT Id FROM Account WHERE PRM_Is_Partner__c = TRUE AND PRM_Partner_Status__c = 'Active' ORDER BY PRM_Key__c LIMIT 1];
Product2 product = new Product2(Name = 'Bench Pump', ProductCode = 'BENCH-1', Family = 'Pumps', IsActive = true, PRM_Kind__c = 'Product', PRM_Serialised__c = true);
insert as system product;
List<Asset> pieces = new List<Asset>();
for (Integer i = 0; i < ${PIECES}; i++) {
    pieces.add(new Asset(Name = 'Bench ' + i, SerialNumber = 'BENCH-' + i, Product2Id = product.Id, AccountId = partner.Id));
}
insert as system pieces;
List<PRM_Serial_Sale__c> sales = new List<PRM_Serial_Sale__c>();
for (Asset piece : pieces) {
    sales.add(new PRM_Serial_Sale__c(PRM_Asset__c = piece.Id, PRM_Partner__c = partner.Id, PRM_Kind__c = 'Sell-Through', PRM_Sold_On__c = Date.today().addDays(-100), PRM_Buyer_Name__c = 'Bench'));
}
PrmSerialSales.record(sales);
insert as system new PRM_Warranty_Term__c(Name = 'Bench', PRM_Product__c = product.Id, PRM_Months__c = 24, PRM_Labour_Rate__c = 60, PRM_Labour_Tolerance__c = 1.2, PRM_Travel_Cap_Km__c = 500, PRM_Travel_Rate__c = 0.5, PRM_Currency_Code__c = 'EUR', PRM_Transferable__c = true, PRM_Active__c = true);
PRM_Labour_Code__c work = new PRM_Labour_Code__c(Name = 'Bench', PRM_Code__c = 'BENCH', PRM_Standard_Hours__c = 2, PRM_Active__c = true);
insert as system work;
PRM_Fault_Code__c fault = new PRM_Fault_Code__c(Name = 'Bench', PRM_Code__c = 'BENCH', PRM_Active__c = true);
insert as system fault;
insert as system new PRM_Fault_Labour__c(PRM_Fault_Code__c = fault.Id, PRM_Labour_Code__c = work.Id);
PrmRuleSets.installDefault();
`;

/** Claims of five lines in a status, one a piece; \`skip\` pieces are left out, so that no claim repeats another. */
const claims = (count: number, status: string, skip: number, round: number): string => `
PRM_Fault_Code__c fault = [SELECT Id FROM PRM_Fault_Code__c WHERE PRM_Code__c = 'BENCH'];
PRM_Labour_Code__c work = [SELECT Id FROM PRM_Labour_Code__c WHERE PRM_Code__c = 'BENCH'];
List<PRM_Warranty_Claim__c> claims = new List<PRM_Warranty_Claim__c>();
for (Asset piece : [SELECT Id, SerialNumber, Product2Id, PRM_Seller__c FROM Asset WHERE SerialNumber LIKE 'BENCH-%' ORDER BY SerialNumber LIMIT ${count} OFFSET ${skip}]) {
    claims.add(new PRM_Warranty_Claim__c(PRM_Partner__c = piece.PRM_Seller__c, PRM_Type__c = 'Claim', PRM_Status__c = '${status}', PRM_Asset__c = piece.Id, PRM_Serial__c = piece.SerialNumber, PRM_Product__c = piece.Product2Id, PRM_Failure_Date__c = Date.today().addDays(-10), PRM_Repair_Date__c = Date.today().addDays(-10), PRM_Fault_Code__c = fault.Id, PRM_Complaint__c = 'Leaks', PRM_Correction__c = 'Sealed', PRM_Currency_Code__c = 'EUR', PRM_Rate__c = 1, PRM_Proof_Count__c = 1, PRM_Round__c = ${round}, PRM_Submitted_At__c = ${status === 'Draft' ? 'null' : 'System.now()'}));
}
PrmClaimGate.open();
insert as system claims;
List<PRM_Claim_Line__c> lines = new List<PRM_Claim_Line__c>();
List<String> kinds = new List<String>{ 'Labour', 'Travel', 'Shipping', 'Shipping', 'Travel' };
for (PRM_Warranty_Claim__c claim : claims) {
    for (Integer i = 0; i < kinds.size(); i++) {
        lines.add(new PRM_Claim_Line__c(PRM_Claim__c = claim.Id, PRM_Position__c = i + 1, PRM_Kind__c = kinds[i], PRM_Labour_Code__c = kinds[i] == 'Labour' ? work.Id : null, PRM_Quantity__c = 1, PRM_Unit_Price__c = 0.5, PRM_Outcome__c = 'Open'));
    }
}
insert as system lines;
PrmClaimGate.close();
`;

const SUBMIT = `
Set<Id> ids = new Map<Id, PRM_Warranty_Claim__c>([SELECT Id FROM PRM_Warranty_Claim__c WHERE PRM_Status__c = 'Draft' LIMIT ${SUBMITTED}]).keySet();
Integer queries = Limits.getQueries();
Integer statements = Limits.getDmlStatements();
PrmClaimDrafts.submit(ids);
System.debug('MEASURED ' + ids.size() + ' ' + (Limits.getQueries() - queries) + ' ' + (Limits.getDmlStatements() - statements));
`;

function execute(org: BenchOrg, apex: string): string {
  const { apex: platform, security } = org.running.platform;
  const result = platform.executeAnonymous(security.adminUserId, apex);
  if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage ?? 'Anonymous Apex failed.');
  return result.logs;
}

async function permit(org: BenchOrg): Promise<void> {
  const { connection } = org;
  const { user_id: AssigneeId } = await connection.identity();
  const names = SETS.map((name) => `'${name}'`).join(', ');
  const sets = await connection.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name IN (${names}) AND Id NOT IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '${AssigneeId}')`);
  for (const { Id } of sets.records) await connection.sobject('PermissionSetAssignment').create({ AssigneeId, PermissionSetId: Id });
}

/** Old claims, paid long ago, written below the API: they only have to be there. */
async function addHistory(org: BenchOrg, count: number): Promise<void> {
  const { database, org: model, security } = org.running.platform;
  const [claim, line] = [model.object('PRM_Warranty_Claim__c'), model.object('PRM_Claim_Line__c')];
  if (!claim || !line) throw new Error('There are no claims.');
  const pieces = await org.connection.query<{ Id: string; PRM_Seller__c: string }>("SELECT Id, PRM_Seller__c FROM Asset WHERE SerialNumber LIKE 'BENCH-%' ORDER BY SerialNumber");
  database.transaction(() => {
    for (let at = 0; at < count; at += 1000) {
      const size = Math.min(1000, count - at);
      const ids = database.seed(claim, Array.from({ length: size }, (_each, index) => {
        // Old claims lie on other pieces than the new ones, or every new one would have more neighbours.
        const piece = pieces.records[PIECES - 1 - ((at + index) % 100)];
        return { Name: `H-${at + index}`, OwnerId: security.adminUserId, PRM_Partner__c: piece?.PRM_Seller__c ?? null, PRM_Type__c: 'Claim', PRM_Status__c: 'Paid', PRM_Asset__c: piece?.Id ?? null, PRM_Failure_Date__c: '2020-01-01', PRM_History__c: true, PRM_Currency_Code__c: 'EUR', PRM_Rate__c: 1 };
      }));
      database.seed(line, ids.map((id, index) => ({ Name: `L-${at + index}`, PRM_Claim__c: id, PRM_Kind__c: 'Part', PRM_Quantity__c: 1, PRM_Unit_Price__c: 1, PRM_Outcome__c: 'Approved' })));
    }
  });
}

/** Submits a batch and answers what it took. */
function submission(org: BenchOrg): Measure[] {
  execute(org, claims(SUBMITTED, 'Draft', 0, 0));
  const [, count, queries, dml] = /MEASURED (\d+) (\d+) (\d+)/.exec(execute(org, SUBMIT)) ?? [];
  if (Number(count) !== SUBMITTED) throw new Error(`${count} claims were submitted.`);
  return [
    { what: `submitting ${SUBMITTED} claims of 5 lines: queries`, value: Number(queries), unit: '', budget: 10 },
    { what: `submitting ${SUBMITTED} claims of 5 lines: DML`, value: Number(dml), unit: '', budget: 6 },
  ];
}

export const claimCounts: Benchmark = {
  name: 'claims',
  async run(_runs, log) {
    const measures: Measure[] = [];
    const org = await benchOrg({ leads: 0 });
    try {
      await permit(org);
      execute(org, WORLD);
      let first = 0;
      for (const [history, add, skip] of [[1_000, 1_000, 0], [10_000, 9_000, DECIDED]] as const) {
        log(`adding ${add} old claims`);
        await addHistory(org, add);
        execute(org, claims(DECIDED, 'Submitted', skip, 1));
        drain(org.running);
        const found = org.running.platform.apex.recent.find((each) => each.kind === 'queueable' && each.name === 'PrmAdjudicationJob' && each.limits.dmlStatements > 1);
        if (!found) throw new Error('The adjudication job did not run.');
        const left = await org.connection.query(`SELECT Id FROM PRM_Warranty_Claim__c WHERE PRM_Status__c = 'Submitted' LIMIT 1`);
        if (left.totalSize) throw new Error('Claims are left undecided.');
        const where = `deciding ${DECIDED} claims, ${history} claims in the org`;
        const each = found.limits.statements / DECIDED;
        measures.push(
          { what: `${where}: queries`, value: found.limits.queries, unit: '', budget: 25 },
          { what: `${where}: DML`, value: found.limits.dmlStatements, unit: '', budget: 12 },
          { what: `${where}: Apex statements a claim`, value: each, unit: '', ...(first ? { budget: first * 1.1, baseline: { what: 'with 1,000', value: first } } : {}) }
        );
        first ||= each;
      }
      measures.push(...submission(org));
      return measures;
    } finally {
      await org.close();
    }
  },
};
