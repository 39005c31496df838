/** `load`: a profile's data into an org, repeatable without duplicates. */
import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from 'jsforce';
import { SeedError } from '../connection';
import { PARTNERS, STANDARD_BOOK, contactEmail, leads, programme, service } from '../profiles/demo';
import { plain } from '../profiles/demo/text';
import { ensurePeople, joinGroup, scheduleSweeper, setPassword, type PersonToCreate } from './people';
import type { SeedSet } from './records';
import { answerRequests, submitClaims } from './service';
import { Writer, type WriteReport } from './write';

export interface Persona { readonly persona: string; readonly account: string | null; readonly username: string; readonly password: string; readonly landing: string; }

export interface LoadOptions {
  readonly profile: 'demo' | 'empty';
  /** Day that relative dates count from; today when absent. */
  readonly asOf?: Date;
  readonly leads?: number;
  /** Passwords are set only where that is asked for: never in an org that people share. */
  readonly passwords?: boolean;
  readonly log?: (line: string) => void;
}

export interface LoadResult { readonly personas: readonly Persona[]; readonly reports: readonly WriteReport[]; readonly calls: number; }

const PORTAL = '/partners/';

/** Who decides and pays claims. Two of each: an appeal wants another adjudicator, a clawback a second approver. */
const STAFF: readonly { readonly persona: string; readonly group: string; readonly login: string; readonly firstName: string; readonly lastName: string }[] = [
  { persona: 'Claims Adjudicator', group: 'PRM_Claims_Adjudicator', login: 'adjudicator.one', firstName: 'Ingrid', lastName: 'Solberg' },
  { persona: 'Claims Adjudicator', group: 'PRM_Claims_Adjudicator', login: 'adjudicator.two', firstName: 'Mateo', lastName: 'Ferrer' },
  { persona: 'Funds Approver', group: 'PRM_Funds_Approver', login: 'approver.one', firstName: 'Agnes', lastName: 'Lindqvist' },
  { persona: 'Funds Approver', group: 'PRM_Funds_Approver', login: 'approver.two', firstName: 'Tomasz', lastName: 'Zielinski' },
];

/** Loads a profile and answers who may log in. Stops at the first record the org refuses. */
export async function loadProfile(connection: Connection, options: LoadOptions): Promise<LoadResult> {
  if (options.profile === 'empty') return { personas: [], reports: [], calls: 0 };
  const log = options.log ?? ((): void => undefined);
  const writer = new Writer(connection);
  const reports: WriteReport[] = [];
  const write = async (set: SeedSet): Promise<void> => {
    const report = await writer.write(set);
    reports.push(report);
    const error = report.errors[0];
    if (error) throw new SeedError(`${set.object} ${error.key}: ${error.message}${error.fields.length ? ` (${error.fields.join(', ')})` : ''} and ${report.errors.length - 1} more.`);
    log(`${set.object.padEnd(24)} ${report.inserted} new, ${report.updated} changed, ${report.unchanged} as they were`);
  };
  const domain = `${(await connection.identity()).organization_id.slice(0, 15).toLowerCase()}.example`;
  const asOf = options.asOf ?? new Date();
  await write({ object: 'UserRole', keyField: 'DeveloperName', onlyWhenNew: true, records: [{ key: 'PRM_Channel_Sales', fields: { Name: 'Channel Sales' } }] });
  const roleId = writer.ids.get('UserRole|PRM_Channel_Sales') as string;
  const manager: PersonToCreate = { username: `channel.manager@${domain}`, firstName: 'Charlotte', lastName: 'Mercier', email: 'channel.manager@company.example', profile: 'Standard User', permissionSetGroups: ['PRM_Channel_Manager'], permissionSets: [], roleId, locale: 'en_US', timeZone: 'Europe/Berlin' };
  const staff = STAFF.map(({ persona, group, login, firstName, lastName }) => ({
    ...manager, persona, account: null, username: `${login}@${domain}`, firstName, lastName, email: `${login}@company.example`, permissionSetGroups: [group],
  }));
  const users = await ensurePeople(connection, writer, [manager, ...staff]);
  for (const group of ['PRM_Channel_Managers', 'PRM_Help_Desk_Agents']) {
    const joined = await joinGroup(connection, group, users.get(manager.username) as string);
    log(`${'GroupMember'.padEnd(24)} ${manager.firstName} ${manager.lastName} ${joined ? 'joined' : 'is in'} the group ${group}`);
  }
  writer.ids.set(STANDARD_BOOK, await standardBook(connection));
  for (const set of programme(asOf, manager.username)) await write(set);
  const partners: (PersonToCreate & { account: string; persona: string })[] = PARTNERS.flatMap((partner) =>
    partner.people.map((person) => ({
      account: partner.name,
      persona: person.manager ? 'Partner Manager' : 'Partner User',
      username: `${plain(person.first)}.${plain(person.last)}@${partner.key}.${domain}`,
      firstName: person.first, lastName: person.last, email: contactEmail(partner.key, person.last), profile: 'Partner Community User',
      permissionSetGroups: [person.manager ? 'PRM_Partner_Manager' : 'PRM_Partner_User'], permissionSets: ['PRM_Site_Member'],
      contactId: writer.ids.get(`Contact|${contactEmail(partner.key, person.last)}`) as string,
      locale: partner.locale, timeZone: partner.timeZone,
    }))
  );
  for (const [username, id] of await ensurePeople(connection, writer, partners)) users.set(username, id);
  log(`User                     ${users.size} people may log in`);
  const personas: Persona[] = [];
  for (const person of [{ ...manager, account: null, persona: 'Channel Manager' }, ...staff, ...partners]) {
    const password = options.passwords === false ? '' : `Demo-${createHash('sha256').update(person.username).update(randomBytes(8)).digest('base64url').slice(0, 10)}1`;
    if (password) await setPassword(connection, users.get(person.username) as string, password);
    personas.push({ persona: person.persona, account: person.account, username: person.username, password, landing: person.account ? PORTAL : '/' });
  }
  for (const set of service(asOf)) await write(set);
  log(`${'CaseComment'.padEnd(24)} ${await answerRequests(connection)} answers of the help desk are new`);
  log(`${'PRM_Warranty_Claim__c'.padEnd(24)} ${await submitClaims(connection)} claims submitted; the rules decide them`);
  for (const set of leads(options.leads ?? 60)) await write(set);
  const schedules = await scheduleSweeper(connection);
  log(`${'CronTrigger'.padEnd(24)} ${schedules ? `the sweeper runs every 15 minutes (${schedules} schedules added)` : 'the sweeper is scheduled already'}`);
  return { personas, reports, calls: writer.calls };
}

/** Every org has one standard price book; nobody makes it. */
async function standardBook(connection: Connection): Promise<string> {
  const [book] = (await connection.query<{ Id: string }>('SELECT Id FROM Pricebook2 WHERE IsStandard = true')).records;
  if (!book) throw new SeedError('The standard price book cannot be read. Give the user of the load the right to read price books.');
  return book.Id;
}
