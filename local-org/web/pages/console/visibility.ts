/** Visibility rules of page components: read and checked here, evaluated in the browser against the record. */
import { NotModelledError, SourceError, type ObjectModel, type OrgModel, type XmlElement } from '../../../schema';
import type { Visibility, VisibilityCriterion } from '../types';

const OPERATORS = ['EQUAL', 'NE', 'CONTAINS', 'GT', 'GE', 'LT', 'LE'] as const;

/** What may stand left: a field of the page's record, a custom permission, the form factor. */
function checkLeft(left: string, criterion: XmlElement, org: OrgModel, object: ObjectModel | undefined): void {
  const expression = /^\{!(.+)\}$/.exec(left)?.[1];
  if (!expression) throw new SourceError(`A visibility rule compares an expression such as {!Record.Name}; "${left}" is none.`, criterion.position);
  if (expression === '$Client.FormFactor') return;
  const permission = /^\$Permission\.CustomPermission\.(\w+)$/.exec(expression)?.[1];
  if (permission) {
    if (!org.component('CustomPermission', permission)) throw new SourceError(`Custom permission "${permission}" does not exist.`, criterion.position);
    return;
  }
  const field = /^Record\.(\w+)$/.exec(expression)?.[1];
  if (!field) throw new NotModelledError(`the visibility expression ${left}`, criterion.position);
  if (!object?.field(field)) throw new SourceError(`The field "${field}" does not exist${object ? ` on ${object.name}` : ': this page has no record'}.`, criterion.position);
}

function readCriterion(element: XmlElement, org: OrgModel, object: ObjectModel | undefined): VisibilityCriterion {
  const left = element.value('leftValue') ?? '';
  const operator = element.value('operator') ?? '';
  checkLeft(left, element, org, object);
  if (!(OPERATORS as readonly string[]).includes(operator)) throw new NotModelledError(`the visibility operator "${operator}"`, element.position);
  return { left: left.slice(2, -1), operator, right: element.value('rightValue') ?? '' };
}

export function readVisibility(rule: XmlElement, org: OrgModel, object: ObjectModel | undefined): Visibility {
  const criteria = rule.all('criteria').map((element) => readCriterion(element, org, object));
  const booleanFilter = rule.value('booleanFilter');
  if (booleanFilter && !/^[\d\s()]*(?:(?:AND|OR)[\d\s()]*)*$/i.test(booleanFilter)) throw new NotModelledError(`the filter logic "${booleanFilter}"`, rule.position);
  return { criteria, ...(booleanFilter ? { booleanFilter } : {}) };
}
