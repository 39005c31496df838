/** People whom the demo does not have. */
import type { Connection } from 'jsforce';
import type { Persona } from '../../../scripts/accept/client';
import { ensurePeople, setPassword } from '../../../scripts/seed/load/people';
import { Writer } from '../../../scripts/seed/load/write';

const PASSWORD = 'Quiet-day-2026';

/** A partner to whom nothing was offered yet: an applicant with one person. */
export async function idlePartner(admin: Connection): Promise<Persona> {
  const { user_id: ownerId } = await admin.identity();
  const [manager] = (await admin.query<{ Id: string }>("SELECT Id FROM User WHERE UserRoleId != null AND ContactId = null AND IsActive = true LIMIT 1")).records;
  const name = `Stille Post ${Date.now().toString(36)}`;
  const account = await admin.sobject('Account').create({ Name: name, OwnerId: manager?.Id ?? ownerId, PRM_Is_Partner__c: true, PRM_Partner_Status__c: 'Applicant' });
  const contact = await admin.sobject('Contact').create({ FirstName: 'Ida', LastName: 'Ruhe', Email: 'ruhe@stille-post.example', AccountId: account.id, OwnerId: manager?.Id ?? ownerId });
  const username = `ida.ruhe.${Date.now().toString(36)}@stille-post.example`;
  const users = await ensurePeople(admin, new Writer(admin), [{ username, firstName: 'Ida', lastName: 'Ruhe', email: 'ruhe@stille-post.example', profile: 'Partner Community User', permissionSetGroups: ['PRM_Partner_User'], permissionSets: ['PRM_Site_Member'], contactId: contact.id as string, locale: 'de_DE', timeZone: 'Europe/Berlin' }]);
  await setPassword(admin, users.get(username) as string, PASSWORD);
  return { persona: 'Partner User', account: name, username, password: PASSWORD, landing: '/partners/' };
}
