/** What the demo's claims and requests need beside their records: proofs, the rules, the submission, the words of the help desk. */
import type { Connection } from 'jsforce';
import { SeedError } from '../connection';
import { liveKeys } from '../profiles/demo/claims';
import { ANSWERS } from '../profiles/demo/requests';
import { proofFile } from './proof';

const QUESTION = 'Please send a photo of the type plate and the workshop report.';
const APPEAL = 'The piece lay in our stock for a year before it went into service.';

interface Draft { readonly Id: string; readonly Name: string; readonly PRM_Key__c: string; readonly PRM_Serial__c: string; readonly PRM_Proof_Count__c: number | null; }

/** The live claims that are drafts still get their proofs and are submitted; the rules decide them. Answers how many that were. */
export async function submitClaims(connection: Connection): Promise<number> {
  const { records: drafts } = await connection.query<Draft>("SELECT Id, Name, PRM_Key__c, PRM_Serial__c, PRM_Proof_Count__c FROM PRM_Warranty_Claim__c WHERE PRM_Key__c LIKE 'demo:claim:live:%' AND PRM_Status__c = 'Draft' ORDER BY PRM_Key__c");
  if (!drafts.length) return 0;
  const bare = new Set(liveKeys((entry) => entry.bare === true));
  await prove(connection, drafts.filter((draft) => !bare.has(draft.PRM_Key__c) && !draft.PRM_Proof_Count__c));
  await run(connection, 'The claims could not be submitted', submission());
  return drafts.length;
}

/**
 * Submits as an integration may for partners. What a person would do next is done at once for a few: a claim without a proof is
 * asked for one before the rules see it, and a rejection is appealed, for which the rules are asked here and now.
 */
function submission(): string {
  const keys = (wanted: Parameters<typeof liveKeys>[0]): string => liveKeys(wanted).map((key) => `'${key}'`).join(', ');
  return `
PrmRuleBook book = PrmRuleSets.installDefault();
Map<String, Id> drafts = new Map<String, Id>();
for (PRM_Warranty_Claim__c claim : [SELECT Id, PRM_Key__c FROM PRM_Warranty_Claim__c WHERE PRM_Key__c LIKE 'demo:claim:live:%' AND PRM_Status__c = 'Draft' WITH USER_MODE]) {
    drafts.put(claim.PRM_Key__c, claim.Id);
}
PrmClaimDrafts.submit(new Set<Id>(drafts.values()));
List<PrmClaimVerdict> asked = new List<PrmClaimVerdict>();
Set<Id> appealed = new Set<Id>();
for (String key : drafts.keySet()) {
    if (new Set<String>{ ${keys((entry) => entry.ask === true)} }.contains(key)) {
        PrmClaimVerdict question = new PrmClaimVerdict();
        question.claimId = drafts.get(key);
        question.actor = PrmClaimStatus.JOB;
        question.question = '${QUESTION}';
        asked.add(question);
    } else if (new Set<String>{ ${keys((entry) => entry.appeal === true)} }.contains(key)) {
        appealed.add(drafts.get(key));
    }
}
Set<Id> askedIds = new Set<Id>();
for (PrmClaimVerdict question : asked) {
    askedIds.add(question.claimId);
}
PrmClaimStore store = new PrmClaimStore(askedIds);
PrmVerdicts.apply(store, asked);
store.save();
new PrmAdjudication(book).decide(appealed);
for (PRM_Warranty_Claim__c claim : [SELECT Id FROM PRM_Warranty_Claim__c WHERE Id IN :appealed AND PRM_Status__c = :PrmClaimStatus.REJECTED WITH USER_MODE]) {
    PrmClaimAppeals.appeal(claim.Id, '${APPEAL}');
}
`;
}

/** A proof of its own for each claim: the same file on two claims would be a sign of fraud. */
async function prove(connection: Connection, drafts: readonly Draft[]): Promise<void> {
  if (!drafts.length) return;
  const files = drafts.map(({ Name, PRM_Serial__c }) => ({ Title: `Workshop report ${PRM_Serial__c}`, PathOnClient: `workshop-report-${PRM_Serial__c}.pdf`, VersionData: proofFile([`Workshop report for claim ${Name}`, `Serial number ${PRM_Serial__c}`, 'The failed part was measured, replaced and tested.']).toString('base64') }));
  const versions = await created(connection, 'ContentVersion', files);
  const { records } = await connection.query<{ Id: string; ContentDocumentId: string }>(`SELECT Id, ContentDocumentId FROM ContentVersion WHERE Id IN (${versions.map((id) => `'${id}'`).join(', ')})`);
  const documents = new Map(records.map((row) => [row.Id, row.ContentDocumentId]));
  await created(connection, 'ContentDocumentLink', drafts.map((draft, place) => ({ LinkedEntityId: draft.Id, ContentDocumentId: documents.get(versions[place] as string) as string, ShareType: 'V', Visibility: 'AllUsers' })));
}

/** The help desk's answers to the demo's requests, each said once. Answers how many were new. */
export async function answerRequests(connection: Connection): Promise<number> {
  const keys = ANSWERS.map(({ key }) => `'${key}'`).join(', ');
  const { records } = await connection.query<{ Id: string; PRM_Key__c: string }>(`SELECT Id, PRM_Key__c FROM Case WHERE PRM_Key__c IN (${keys}) AND Id NOT IN (SELECT ParentId FROM CaseComment)`);
  const words = new Map(ANSWERS.map(({ key, body }) => [key, body]));
  await created(connection, 'CaseComment', records.map((row) => ({ ParentId: row.Id, CommentBody: words.get(row.PRM_Key__c) as string, IsPublished: true })));
  return records.length;
}

async function created(connection: Connection, object: string, rows: readonly Record<string, unknown>[]): Promise<string[]> {
  if (!rows.length) return [];
  const results = await connection.sobject(object).create(rows as Record<string, unknown>[]);
  const failed = results.find((result) => !result.success);
  if (failed) throw new SeedError(`A record of ${object} could not be created: ${JSON.stringify(failed.errors)}`);
  return results.map((result) => String(result.id));
}

async function run(connection: Connection, what: string, apex: string): Promise<void> {
  const result = await connection.tooling.executeAnonymous(apex);
  if (!result.success) throw new SeedError(`${what}: ${result.compileProblem ?? result.exceptionMessage ?? 'the org gave no reason'}`);
}
