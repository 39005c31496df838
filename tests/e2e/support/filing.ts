/** Claims filed over HTTP, as the portal's pages file them, and what people of ours do with them. */
import type { Connection } from 'jsforce';
import { raw } from '../../../scripts/accept/client';
import { daysAgo, type ClaimWorld } from './claims';
import { until } from './leads';

/** Calls a controller's method as a page does; fails with the method's own sentence. */
export async function call<T>(connection: Connection, method: string, args: Record<string, unknown>): Promise<T> {
  const { status, body } = await raw(connection, 'POST', `/web/apex/${method.replace('.', '/')}`, args);
  if (status !== 200) throw new Error(`${method} answered ${status}: ${body}`);
  return (JSON.parse(body) as { returnValue: T }).returnValue;
}

interface Saved { readonly claimId: string; readonly version: number; readonly problems: readonly { readonly field: string; readonly message: string }[]; }

export interface Filing {
  readonly serial: string;
  /** Place of the part in the world: 0 with suppliers, 1 comes back. */
  readonly part?: 0 | 1;
  readonly unitPrice?: number;
  /** Costs that no rule decides go to a person. */
  readonly other?: number;
  readonly proof?: string;
  readonly more?: Record<string, unknown>;
}

/** Saves a draft of a part and two hours of work, with a proof where there is one. */
export async function drafted(partner: Connection, world: ClaimWorld, { serial, part = 0, unitPrice = 120, other, proof, more }: Filing): Promise<Saved> {
  const { ids } = world;
  const saved = await call<Saved>(partner, 'PrmClaimWizardController.saveDraft', {
    draft: {
      claimType: 'Claim', serial, failureDate: daysAgo(5), repairDate: daysAgo(3), usage: 120, faultCodeId: ids.fault, causalPartId: ids.parts[0],
      complaint: 'It leaks at the shaft.', correction: 'Changed the seal.', customerName: 'Hansa Werft', goodwill: false, currencyCode: 'EUR',
      lines: [
        { kind: 'Part', partId: ids.parts[part], quantity: 1, unitPrice },
        { kind: 'Labour', labourCodeId: ids.labour, quantity: 2, unitPrice: 60 },
        ...(other === undefined ? [] : [{ kind: 'Other', quantity: 1, unitPrice: other, description: 'Crane' }]),
      ],
      ...more,
    },
  });
  if (proof !== undefined) await call(partner, 'PrmProofsController.add', { recordId: saved.claimId, fileName: 'invoice.pdf', content: Buffer.from(`%PDF-1.7 ${proof}`).toString('base64') });
  return saved;
}

/** Files a claim and waits until the rules have looked at it. */
export async function filed(admin: Connection, partner: Connection, world: ClaimWorld, filing: Filing): Promise<string> {
  const { claimId, version, problems } = await drafted(partner, world, filing);
  if (problems.length > 0) throw new Error(`The claim is not complete: ${JSON.stringify(problems)}`);
  const answer = await call<{ problems: readonly unknown[] }>(partner, 'PrmClaimWizardController.submit', { claimId, version });
  if (answer.problems.length > 0) throw new Error(`The claim was not submitted: ${JSON.stringify(answer.problems)}`);
  await until('the rules to decide', async () => (await statusOf(admin, claimId)) !== 'Submitted');
  return claimId;
}

export const statusOf = async (connection: Connection, claimId: string): Promise<string | undefined> =>
  (await connection.query<{ Id: string; PRM_Status__c: string }>(`SELECT Id, PRM_Status__c FROM PRM_Warranty_Claim__c WHERE Id = '${claimId}'`)).records[0]?.PRM_Status__c;

interface RuleSet { readonly id: string; readonly status?: string; auditPercent?: number; }

/** Lets the live rules go on without drawing claims for a look, so that what rules decide is known beforehand. */
export async function withoutAudit(admin: Connection): Promise<void> {
  const live = (await admin.query<{ Id: string; PRM_Audit_Percent__c: number }>("SELECT Id, PRM_Audit_Percent__c FROM PRM_Rule_Set__c WHERE PRM_Status__c = 'Live'")).records[0];
  if (live?.PRM_Audit_Percent__c === 0) return;
  const draftId = await call<string>(admin, 'PrmRuleEditorController.draft', { note: 'No audit' });
  const draft = (await call<RuleSet[]>(admin, 'PrmRuleEditorController.sets', {})).find((each) => each.id === draftId);
  const rules = await call<unknown[]>(admin, 'PrmRuleEditorController.rules', { ruleSetId: draftId });
  await call(admin, 'PrmRuleEditorController.save', { ruleSet: { ...draft, auditPercent: 0 }, rules });
  await call(admin, 'PrmRuleEditorController.goLive', { ruleSetId: draftId });
}
