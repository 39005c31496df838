/** The tables behind status picklists: one row a value, with what it means. Read only through the API. */
import { audit, bool, id, int, percent, picklist, restricted, text, type StandardField, type StandardObject } from './dsl';

const table = (name: string, keyPrefix: string, label: string, own: readonly StandardField[]): StandardObject => ({
  name,
  keyPrefix,
  label,
  nameField: 'MasterLabel',
  internal: 'ReadWrite',
  external: 'ReadWrite',
  fields: [id(), text('MasterLabel', 255, 'readOnly', { nillable: true }), text('ApiName', 255, 'readOnly', { label: 'API Name' }), int('SortOrder', 9, 'readOnly'), ...own, ...audit()],
});

export const STATUSES: readonly StandardObject[] = [
  table('LeadStatus', '01Q', 'Lead Status Value', [bool('IsDefault', 'readOnly', { label: 'Is Default' }), bool('IsConverted', 'readOnly', { label: 'Converted' })]),
  table('CaseStatus', '01P', 'Case Status Value', [bool('IsDefault', 'readOnly', { label: 'Is Default' }), bool('IsClosed', 'readOnly', { label: 'Closed' })]),
  table('OpportunityStage', '01J', 'Opportunity Stage', [
    bool('IsActive', 'readOnly', { label: 'Is Active' }),
    bool('IsClosed', 'readOnly', { label: 'Closed' }),
    bool('IsWon', 'readOnly', { label: 'Won' }),
    restricted('ForecastCategory', 'Omitted|Pipeline|BestCase=Best Case|MostLikely=Most Likely|Forecast=Commit|Closed', 'readOnly', { length: 40 }),
    picklist('ForecastCategoryName', 'Omitted|Pipeline|Best Case|Commit|Closed', 'readOnly'),
    percent('DefaultProbability', 3, 0, 'readOnly', { label: 'Probability (%)' }),
    text('Description', 255, 'readOnly'),
  ]),
];
