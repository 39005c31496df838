/** What this floor supports, read from its tables. */
import { COMPONENT_TYPES } from './metadata/components';
import { FIELD_TYPES } from './metadata/fieldTypes';
import { OBJECT_PARTS } from './metadata/objectParts';
import { REFUSED, TYPED } from './metadata/table';
import { FEATURES, STANDARD_OBJECTS } from './standard';

export interface SupportList {
  /** Metadata types read into the typed model. */
  readonly typed: readonly string[];
  /** Metadata types held as checked XML for the floors above. */
  readonly components: readonly string[];
  readonly objectParts: readonly string[];
  readonly fieldTypes: readonly string[];
  readonly standardObjects: readonly string[];
  readonly features: readonly string[];
  /** Metadata types of the platform that are refused by name. */
  readonly refused: readonly string[];
}

export function supportList(): SupportList {
  return {
    typed: TYPED.filter((type) => type !== 'ObjectPart'),
    components: Object.keys(COMPONENT_TYPES).sort(),
    objectParts: Object.values(OBJECT_PARTS).map((part) => part.root),
    fieldTypes: Object.keys(FIELD_TYPES),
    standardObjects: STANDARD_OBJECTS.map((object) => object.name).sort(),
    features: FEATURES,
    refused: [...new Set(Object.values(REFUSED))].sort(),
  };
}
