/** Rows that stand for metadata in queries: record types, Apex, status tables, networks. */
import { closesCase, closesTask, type Row } from '../../database';
import type { PicklistValue } from '../../schema';
import { componentsOf } from '../rights/catalog';
import type { Context } from '../state/context';
import type { SetupRows } from './rows';

export function putRecordTypes(context: Context, rows: SetupRows): void {
  const all = [...context.org.objects.values()].flatMap((object) => object.recordTypes.map((type): Row => ({ SobjectType: object.name, DeveloperName: type.developerName, Name: type.label, IsActive: type.active, IsPersonType: false })));
  rows.put('RecordType', ['SobjectType', 'DeveloperName'], all);
}

export function putApex(context: Context, rows: SetupRows): void {
  const row = (each: (typeof context.org.apex)[number]): Row => ({ Name: each.name, ApiVersion: each.apiVersion, Status: each.active ? 'Active' : 'Inactive', IsValid: true, LengthWithoutComments: each.text.length });
  rows.put('ApexClass', ['Name'], context.org.apex.filter((each) => each.kind === 'class').map(row));
  rows.put('ApexTrigger', ['Name'], context.org.apex.filter((each) => each.kind === 'trigger').map(row));
}

/** Status tables and the picklist each stands for; `marks` says what a value means beyond its name. */
const STATUS_TABLES: readonly { table: string; object: string; field: string; marks(value: PicklistValue): Row }[] = [
  { table: 'LeadStatus', object: 'Lead', field: 'Status', marks: (each) => ({ IsConverted: each.value === 'Closed - Converted' || each.value === 'Qualified' }) },
  { table: 'CaseStatus', object: 'Case', field: 'Status', marks: (each) => ({ IsClosed: closesCase(each) }) },
  { table: 'TaskStatus', object: 'Task', field: 'Status', marks: (each) => ({ IsClosed: closesTask(each) }) },
  { table: 'TaskPriority', object: 'Task', field: 'Priority', marks: (each) => ({ IsHighPriority: each.value === 'High' }) },
  { table: 'OpportunityStage', object: 'Opportunity', field: 'StageName', marks: stage },
];

/** Probability and forecast category of the stages that a new org has. */
const STAGES: Readonly<Record<string, readonly [probability: number, category: string, name: string]>> = {
  Prospecting: [10, 'Pipeline', 'Pipeline'], Qualification: [10, 'Pipeline', 'Pipeline'], 'Needs Analysis': [20, 'Pipeline', 'Pipeline'], 'Value Proposition': [50, 'Pipeline', 'Pipeline'],
  'Id. Decision Makers': [60, 'Pipeline', 'Pipeline'], 'Perception Analysis': [70, 'Pipeline', 'Pipeline'], 'Proposal/Price Quote': [75, 'Pipeline', 'Pipeline'], 'Negotiation/Review': [90, 'Pipeline', 'Pipeline'],
  'Closed Won': [100, 'Closed', 'Closed'], 'Closed Lost': [0, 'Omitted', 'Omitted'],
};

function stage(each: PicklistValue): Row {
  const [probability, category, name] = STAGES[each.value] ?? [0, 'Pipeline', 'Pipeline'];
  return { DefaultProbability: probability, ForecastCategory: category, ForecastCategoryName: name, IsClosed: category !== 'Pipeline', IsWon: each.value === 'Closed Won', IsActive: each.active };
}

export function putStatuses(context: Context, rows: SetupRows): void {
  for (const { table, object, field, marks } of STATUS_TABLES) {
    const values = context.org.object(object)?.field(field)?.picklist?.values ?? [];
    rows.put(table, ['MasterLabel'], values.map((each, index): Row => ({ MasterLabel: each.label, ApiName: each.value, IsDefault: each.isDefault, SortOrder: index + 1, ...marks(each) })));
  }
}

export function putNetworks(context: Context, rows: SetupRows): void {
  rows.put('Network', ['Name'], componentsOf(context.org, 'Network').map((network): Row => {
    const decoded = decodeURIComponent(network.fullName);
    return {
      Name: decoded, Status: network.root.value('status') ?? 'UnderConstruction', UrlPathPrefix: network.root.value('urlPathPrefix') ?? null, Description: network.root.value('description') ?? null,
      EmailSenderAddress: network.root.value('emailSenderAddress') ?? null, EmailSenderName: network.root.value('emailSenderName') ?? null, OptionsSelfRegistrationEnabled: network.root.value('selfRegistration') === 'true',
    };
  }));
}
