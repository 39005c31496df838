/** Roll-up summary fields. Their child object is checked when all objects are known. */
import { SourceError } from '../errors';
import { checkShape, oneOf, requiredText, shape } from '../source/shape';
import type { FilterItem, SummaryModel, XmlElement } from '../types';

const FILTER_ITEM = shape('field operation', 'value valueField');
export const FILTER_OPERATIONS = ['equals', 'notEqual', 'lessThan', 'greaterThan', 'lessOrEqual', 'greaterOrEqual', 'contains', 'notContain', 'startsWith', 'includes', 'excludes', 'within'] as const;

export function readSummary(element: XmlElement): SummaryModel {
  const operation = oneOf(element, 'summaryOperation', ['count', 'sum', 'min', 'max'] as const);
  if (!operation) throw new SourceError('Required field is missing: summaryOperation.', element.position);
  const [childObject, foreignKey] = qualified(element, 'summaryForeignKey');
  const summarized = element.child('summarizedField');
  if (operation === 'count' && summarized) throw new SourceError('Can not specify summarizedField for a summary that counts.', summarized.position);
  if (operation !== 'count' && !summarized) throw new SourceError(`Required field is missing: summarizedField (summaryOperation ${operation}).`, element.position);
  const filters = element.all('summaryFilterItems').map((item) => {
    const filter = readFilterItem(item);
    const prefix = `${childObject}.`;
    if (!filter.field.startsWith(prefix)) throw new SourceError(`The filter field must be a field of ${childObject}, written ${prefix}Field__c.`, item.position);
    return { ...filter, field: filter.field.slice(prefix.length) };
  });
  return { operation, childObject, foreignKey, ...(summarized ? { summarizedField: qualified(element, 'summarizedField')[1] } : {}), filters };
}

export function readFilterItem(element: XmlElement): FilterItem {
  checkShape(element, 'FilterItem', FILTER_ITEM);
  const value = element.value('value');
  const valueField = element.value('valueField');
  return {
    field: requiredText(element, 'field'),
    operation: oneOf(element, 'operation', FILTER_OPERATIONS) ?? 'equals',
    ...(value !== undefined ? { value } : {}),
    ...(valueField !== undefined ? { valueField } : {}),
  };
}

function qualified(element: XmlElement, name: string): [string, string] {
  const text = requiredText(element, name);
  const [object, field, ...rest] = text.split('.');
  if (!object || !field || rest.length) throw new SourceError(`${name} must be written Object__c.Field__c, found '${text}'.`, element.child(name)?.position);
  return [object, field];
}
