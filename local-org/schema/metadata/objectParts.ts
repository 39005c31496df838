/** What stands beside fields in an object's folder, one reader each. */
import { NotModelledError, SourceError } from '../errors';
import type { ObjectBuilder } from '../build/object';
import { booleanOf, checkShape, oneOf, requiredText, shape } from '../source/shape';
import type { PicklistValue, XmlElement } from '../types';
import { decodeName } from './picklist';
import { readFilterItem } from './summary';

const VALIDATION_RULE = shape('fullName active errorConditionFormula errorMessage', 'description errorDisplayField shouldEvaluateOnServer');
const RECORD_TYPE = shape('fullName active label', 'description businessProcess compactLayoutAssignment', 'picklistValues');
const RECORD_TYPE_PICKLIST = shape('picklist', '', 'values');
const PICKLIST_VALUE = shape('fullName', 'default');
const LIST_VIEW = shape('fullName filterScope label', 'booleanFilter language queue sharedTo division', 'columns filters');
const COMPACT_LAYOUT = shape('fullName label', '', 'fields');
const FIELD_SET = shape('fullName label description', '', 'displayedFields availableFields');
const FIELD_SET_ITEM = shape('field', 'isFieldManaged isRequired');
const SHARING_REASON = shape('fullName label');

type PartReader = (root: XmlElement, object: ObjectBuilder, name: string) => void;

const refuse =
  (feature: string): PartReader =>
  (root) => {
    throw new NotModelledError(feature, root.position);
  };

/** Folder inside `objects/X/` to root element, file suffix and reader. */
export const OBJECT_PARTS: Readonly<Record<string, { readonly root: string; readonly suffix: string; readonly read: PartReader }>> = {
  validationRules: { root: 'ValidationRule', suffix: 'validationRule', read: readValidationRule },
  recordTypes: { root: 'RecordType', suffix: 'recordType', read: readRecordType },
  listViews: { root: 'ListView', suffix: 'listView', read: readListView },
  compactLayouts: { root: 'CompactLayout', suffix: 'compactLayout', read: readCompactLayout },
  fieldSets: { root: 'FieldSet', suffix: 'fieldSet', read: readFieldSet },
  sharingReasons: { root: 'SharingReason', suffix: 'sharingReason', read: readSharingReason },
  webLinks: { root: 'WebLink', suffix: 'webLink', read: refuse('web links') },
  businessProcesses: { root: 'BusinessProcess', suffix: 'businessProcess', read: refuse('business processes') },
  indexes: { root: 'Index', suffix: 'index', read: refuse('custom indexes') },
};

function readValidationRule(root: XmlElement, object: ObjectBuilder, name: string): void {
  checkShape(root, 'ValidationRule', VALIDATION_RULE);
  const field = root.value('errorDisplayField');
  const message = requiredText(root, 'errorMessage');
  if (message.length > 255) throw new SourceError('errorMessage is longer than 255 characters.', root.child('errorMessage')?.position);
  object.validationRules.push({ name, active: booleanOf(root, 'active'), formula: requiredText(root, 'errorConditionFormula'), message, ...(field ? { field } : {}), position: root.child('errorConditionFormula')?.position ?? root.position });
}

function readRecordType(root: XmlElement, object: ObjectBuilder, name: string): void {
  checkShape(root, 'RecordType', RECORD_TYPE);
  const picklists = new Map<string, readonly PicklistValue[]>();
  for (const element of root.all('picklistValues')) {
    checkShape(element, 'RecordTypePicklistValue', RECORD_TYPE_PICKLIST);
    picklists.set(
      requiredText(element, 'picklist'),
      element.all('values').map((value) => {
        checkShape(value, 'PicklistValue', PICKLIST_VALUE);
        const text = decodeName(requiredText(value, 'fullName'), value);
        return { value: text, label: text, isDefault: booleanOf(value, 'default'), active: true };
      })
    );
  }
  object.recordTypes.push({ developerName: name, label: requiredText(root, 'label'), active: booleanOf(root, 'active'), picklists });
}

function readListView(root: XmlElement, object: ObjectBuilder, name: string): void {
  checkShape(root, 'ListView', LIST_VIEW);
  const booleanFilter = root.value('booleanFilter');
  object.listViews.push({
    name,
    label: requiredText(root, 'label'),
    columns: root.all('columns').map((each) => each.text),
    filterScope: oneOf(root, 'filterScope', ['Everything', 'Mine', 'MineAndMyGroups', 'Queue', 'Delegated', 'MyTerritory', 'MyTeamTerritory', 'Team', 'AssignedToMe', 'SalesTeam', 'ScopingRule'] as const) ?? 'Everything',
    filters: root.all('filters').map(readFilterItem),
    ...(booleanFilter ? { booleanFilter } : {}),
  });
}

function readCompactLayout(root: XmlElement, object: ObjectBuilder, name: string): void {
  checkShape(root, 'CompactLayout', COMPACT_LAYOUT);
  const fields = root.all('fields').map((each) => each.text);
  if (fields.length === 0 || fields.length > 10) throw new SourceError('A compact layout has one to ten fields.', root.position);
  object.compactLayouts.set(name, fields);
}

function readFieldSet(root: XmlElement, object: ObjectBuilder, name: string): void {
  checkShape(root, 'FieldSet', FIELD_SET);
  for (const item of [...root.all('displayedFields'), ...root.all('availableFields')]) checkShape(item, 'FieldSetItem', FIELD_SET_ITEM);
  object.fieldSets.push({ name, label: requiredText(root, 'label'), fields: root.all('displayedFields').map((each) => requiredText(each, 'field')) });
}

function readSharingReason(root: XmlElement, object: ObjectBuilder): void {
  checkShape(root, 'SharingReason', SHARING_REASON);
  const fullName = requiredText(root, 'fullName').replace(/__c$/, '');
  object.sharingReasons.push({ name: `${fullName}__c`, label: requiredText(root, 'label') });
}
