/** Database.convertLead. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database_convertLead.htm */
import type { Caller, DmlResult, Row } from '../../../database';
import { NotModelledError, PlatformError, type ObjectModel } from '../../../schema';
import { callerOf, use } from '../../runtime/data';
import type { ApexValue, Execution, PlatformClass } from '../../runtime/types';
import { ApexException, ApexList, PlatformObject, required } from '../../runtime/values';
import { modeOf, type ApexAccessLevel } from './access';
import { ApexDmlResult } from './results';

/** Leads that one call may convert. */
const MAX = 100;

class LeadConvert extends PlatformObject {
  readonly apexType = 'Database.LeadConvert';
  readonly values: Record<string, ApexValue> = {};
}
class LeadConvertResult extends ApexDmlResult {
  constructor(result: DmlResult, readonly leadId: string, readonly accountId: string | null = null, readonly contactId: string | null = null, readonly opportunityId: string | null = null) {
    super('Database.LeadConvertResult', result);
  }
}

/** Standard mapping, target field to lead field. https://help.salesforce.com/s/articleView?id=sales.lead_conversion_mapping.htm */
const ACCOUNT: Readonly<Record<string, string>> = { Name: 'Company', Phone: 'Phone', Fax: 'Fax', Website: 'Website', Industry: 'Industry', AnnualRevenue: 'AnnualRevenue', NumberOfEmployees: 'NumberOfEmployees', AccountSource: 'LeadSource', Rating: 'Rating', BillingStreet: 'Street', BillingCity: 'City', BillingState: 'State', BillingPostalCode: 'PostalCode', BillingCountry: 'Country' };
const CONTACT: Readonly<Record<string, string>> = { FirstName: 'FirstName', LastName: 'LastName', Salutation: 'Salutation', Title: 'Title', Email: 'Email', Phone: 'Phone', MobilePhone: 'MobilePhone', Fax: 'Fax', LeadSource: 'LeadSource', Description: 'Description', MailingStreet: 'Street', MailingCity: 'City', MailingState: 'State', MailingPostalCode: 'PostalCode', MailingCountry: 'Country' };
const OPPORTUNITY: Readonly<Record<string, string>> = { Name: 'Company', LeadSource: 'LeadSource' };

function mapped(object: ObjectModel, mapping: Readonly<Record<string, string>>, lead: Row): Row {
  const row: Row = {};
  for (const [target, source] of Object.entries(mapping)) if (object.field(target) && lead[source] !== undefined && lead[source] !== null) row[target] = lead[source];
  return row;
}
function objectNamed(x: Execution, name: string): ObjectModel {
  const object = x.org.object(name);
  if (!object) throw new NotModelledError(`lead conversion without the object ${name}`);
  return object;
}
class Failed extends Error {
  constructor(readonly result: DmlResult) {
    super('conversion failed');
  }
}
function save(x: Execution, operation: 'insert' | 'update', object: ObjectModel, row: Row, caller: Caller, kind: 'apex' | 'platform'): string {
  const [result] = x.database.dml(operation, object, [row], caller, { allOrNone: false, origin: { kind } });
  if (!result?.success || result.id === null) throw new Failed(result as DmlResult);
  return result.id;
}
function refuse(code: string, message: string): never {
  throw new Failed({ id: null, success: false, created: false, errors: [{ code, message, fields: [] }] });
}
/** The last day of the quarter: close date of the new opportunity. */
function quarterEnd(now: number): string {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3 + 3, 0)).toISOString().slice(0, 10);
}

function convert(x: Execution, request: LeadConvert, caller: Caller): LeadConvertResult {
  const { values } = request;
  const lead = objectNamed(x, 'Lead');
  const id = values['leadId'] as string | undefined;
  const fields = [...lead.fields.values()].filter((field) => !field.components).map((field) => field.name);
  const row = id ? x.database.query(`SELECT ${fields.join(', ')} FROM Lead WHERE Id = :id`, caller, { binds: { id } }).rows[0]?.values : undefined;
  if (!id || !row) refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  if (row['IsConverted'] === true) refuse('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
  const status = values['convertedStatus'] as string | undefined;
  if (!status || !isConvertedStatus(x, status)) refuse('INVALID_STATUS', `invalid convertedStatus: ${status ?? 'null'}`);
  const owner = (values['ownerId'] ?? row['OwnerId']) as string;
  if (owner.startsWith('00G')) refuse('INVALID_OWNER', 'Converted objects can only be owned by users.  If the lead is not owned by a user, you must specify a user for the Owner field.');
  const account = objectNamed(x, 'Account');
  const contact = objectNamed(x, 'Contact');
  const accountId = (values['accountId'] as string | undefined) ?? save(x, 'insert', account, { ...mapped(account, ACCOUNT, row), OwnerId: owner }, caller, 'apex');
  const contactId = (values['contactId'] as string | undefined) ?? save(x, 'insert', contact, { ...mapped(contact, CONTACT, row), AccountId: accountId, OwnerId: owner }, caller, 'apex');
  let opportunityId = (values['opportunityId'] as string | undefined) ?? null;
  if (opportunityId === null && values['doNotCreateOpportunity'] !== true) {
    const opportunity = objectNamed(x, 'Opportunity');
    const stage = opportunity.field('StageName')?.picklist?.values.find((value) => value.active)?.value ?? 'Prospecting';
    opportunityId = save(x, 'insert', opportunity, { ...mapped(opportunity, OPPORTUNITY, row), Name: (values['opportunityName'] ?? `${String(row['Company'])}-`) as string, StageName: stage, CloseDate: quarterEnd(x.services.now()), AccountId: accountId, OwnerId: owner }, caller, 'apex');
  }
  save(x, 'update', lead, { Id: id, Status: status, IsConverted: true, ConvertedDate: new Date(x.services.now()).toISOString().slice(0, 10), ConvertedAccountId: accountId, ConvertedContactId: contactId, ConvertedOpportunityId: opportunityId, IsUnreadByOwner: false }, { userId: x.userId, mode: 'system', sharing: false }, 'platform');
  return new LeadConvertResult({ id, success: true, created: false, errors: [] }, id, accountId, contactId, opportunityId);
}
function isConvertedStatus(x: Execution, status: string): boolean {
  const object = x.org.object('LeadStatus');
  if (!object) return x.org.object('Lead')?.field('Status')?.picklist?.values.some((value) => value.value === status) ?? false;
  return x.database.query('SELECT Id FROM LeadStatus WHERE MasterLabel = :status AND IsConverted = true', { userId: x.userId, mode: 'system', sharing: false }, { binds: { status } }).rows.length > 0;
}

function convertAll(x: Execution, requests: readonly LeadConvert[], allOrNone: boolean, mode?: 'user' | 'system'): LeadConvertResult[] {
  if (requests.length > MAX) throw new ApexException('LimitException', `convertLead can only convert up to ${MAX} leads at a time`);
  use(x, 'dmlStatements');
  use(x, 'dmlRows', requests.length);
  return requests.map((request, index) => {
    const savepoint = x.database.savepoint();
    try {
      return convert(x, required(request), callerOf(x, mode));
    } catch (failure) {
      const result = failure instanceof Failed ? failure.result : failure instanceof PlatformError ? { id: null, success: false, created: false, errors: [{ code: failure.code, message: failure.message, fields: failure.fields }] } : undefined;
      if (!result) throw failure;
      x.database.rollbackTo(savepoint);
      const [error] = result.errors;
      if (allOrNone && error) {
        const id = (request.values['leadId'] as string | undefined) ?? null;
        const thrown = new ApexException('DmlException', `ConvertLead failed. First exception on row ${index}${id ? ` with id ${id}` : ''}; first error: ${error.code}, ${error.message}: [${error.fields.join(', ')}]`);
        thrown.dml = [{ index, id, ...error, object: 'Lead' }];
        throw thrown;
      }
      return new LeadConvertResult(result, request.values['leadId'] as string);
    }
  });
}

/** getX and setX of a property. */
function accessors(type: string, name: string, is = false): NonNullable<PlatformClass['members']> {
  const key = (name[0] as string).toLowerCase() + name.slice(1);
  return {
    [`${type} ${is ? 'is' : 'get'}${name}()`]: (_x: Execution, request: LeadConvert) => request.values[key] ?? (type === 'Boolean' ? false : null),
    [`void set${name}(${type} value)`]: (_x: Execution, request: LeadConvert, value: ApexValue) => void (request.values[key] = value),
  };
}

export const convertLeadMembers: NonNullable<PlatformClass['members']> = {
  'static Database.LeadConvertResult convertLead(Database.LeadConvert lead)': (x, lead: LeadConvert) => convertAll(x, [lead], true)[0],
  'static Database.LeadConvertResult convertLead(Database.LeadConvert lead, Boolean allOrNone)': (x, lead: LeadConvert, allOrNone: boolean) => convertAll(x, [lead], allOrNone)[0],
  'static Database.LeadConvertResult convertLead(Database.LeadConvert lead, AccessLevel level)': (x, lead: LeadConvert, level: ApexAccessLevel) => convertAll(x, [lead], true, modeOf(level))[0],
  'static Database.LeadConvertResult convertLead(Database.LeadConvert lead, Boolean allOrNone, AccessLevel level)': (x, lead: LeadConvert, allOrNone: boolean, level: ApexAccessLevel) => convertAll(x, [lead], allOrNone, modeOf(level))[0],
  'static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leads)': (x, leads: ApexList) => new ApexList(convertAll(x, required(leads).items, true), 'Database.LeadConvertResult'),
  'static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leads, Boolean allOrNone)': (x, leads: ApexList, allOrNone: boolean) => new ApexList(convertAll(x, required(leads).items, allOrNone), 'Database.LeadConvertResult'),
  'static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leads, AccessLevel level)': (x, leads: ApexList, level: ApexAccessLevel) => new ApexList(convertAll(x, required(leads).items, true, modeOf(level)), 'Database.LeadConvertResult'),
  'static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leads, Boolean allOrNone, AccessLevel level)': (x, leads: ApexList, allOrNone: boolean, level: ApexAccessLevel) => new ApexList(convertAll(x, required(leads).items, allOrNone, modeOf(level)), 'Database.LeadConvertResult'),
};

export const LEAD_CONVERT: readonly PlatformClass[] = [
  {
    name: 'Database.LeadConvert',
    members: {
      'new()': () => new LeadConvert(),
      ...accessors('Id', 'LeadId'), ...accessors('Id', 'AccountId'), ...accessors('Id', 'ContactId'), ...accessors('Id', 'OpportunityId'), ...accessors('Id', 'OwnerId'), ...accessors('String', 'ConvertedStatus'), ...accessors('String', 'OpportunityName'),
      ...accessors('Boolean', 'DoNotCreateOpportunity', true), ...accessors('Boolean', 'OverwriteLeadSource', true), ...accessors('Boolean', 'SendNotificationEmail', true),
    },
  },
  {
    name: 'Database.LeadConvertResult',
    members: {
      'Id getAccountId()': (_x, result: LeadConvertResult) => result.accountId,
      'Id getContactId()': (_x, result: LeadConvertResult) => result.contactId,
      'Id getLeadId()': (_x, result: LeadConvertResult) => result.leadId,
      'Id getOpportunityId()': (_x, result: LeadConvertResult) => result.opportunityId,
      'List<Database.Error> getErrors()': (_x, result: LeadConvertResult) => new ApexList([...result.errors], 'Database.Error'),
      'Boolean isSuccess()': (_x, result: LeadConvertResult) => result.result.success,
    },
  },
];
