/** Links of files are asked for by file or by what they are linked to (Object Reference, ContentDocumentLink, Usage). */
import { SoqlError } from './errors';
import type { TypedCondition, TypedQuery } from './analyse/types';

const KEYS = new Set(['Id', 'ContentDocumentId', 'LinkedEntityId']);

/** Whether every row that meets the condition has one of a few ids. */
function pins(condition: TypedCondition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.some(pins);
    case 'compare':
      return condition.left.kind === 'field' && condition.left.hops.length === 0 && KEYS.has(condition.left.field.name) && (condition.operator === '=' || condition.operator === 'IN');
    default:
      return false;
  }
}

export function checkFileLinkFilter(query: TypedQuery): void {
  if (query.object.name !== 'ContentDocumentLink' || (query.where && pins(query.where))) return;
  throw new SoqlError('MALFORMED_QUERY', "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or LinkedEntityId using the equals operator or multiple Id's using the IN operator.", query.at);
}
