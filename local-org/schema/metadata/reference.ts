/** Lookup, master-detail, hierarchy and metadata relationship fields. */
import { NotModelledError, SourceError } from '../errors';
import { booleanOf, oneOf, requiredText } from '../source/shape';
import type { FieldModel, FieldType, ReferenceModel, XmlElement } from '../types';

type Own = Partial<FieldModel> & { readonly type: FieldType };

export function readReference(element: XmlElement, context: { object: string; fullName: string; isMetadataType: boolean }, kind: ReferenceModel['kind']): Own {
  const filter = element.child('lookupFilter');
  if (filter) throw new NotModelledError('lookup filters', filter.position);
  if (context.isMetadataType) throw new SourceError(`Custom metadata types cannot have fields of type ${requiredText(element, 'type')}.`, element.position);
  const to = element.value('referenceTo') ?? context.object;
  if (kind === 'hierarchy' && context.object !== 'User') throw new SourceError('Hierarchy fields can be created on User only.', element.position);
  return {
    type: 'reference',
    ...(kind === 'masterDetail' ? { required: true, nillable: false, updateable: booleanOf(element, 'reparentableMasterDetail') } : {}),
    reference: {
      to: [to],
      kind,
      relationshipName: context.fullName.replace(/__c$/, '__r'),
      ...childName(element),
      deleteConstraint: kind === 'masterDetail' ? 'Cascade' : deleteConstraint(element),
      writeRequiresMasterRead: booleanOf(element, 'writeRequiresMasterRead'),
      reparentable: kind !== 'masterDetail' || booleanOf(element, 'reparentableMasterDetail'),
    },
  };
}

function childName(element: XmlElement): { childRelationshipName?: string } {
  const child = element.child('relationshipName');
  if (!child || child.text === '') return {};
  if (!/^[A-Za-z](?!.*__)[A-Za-z0-9_]*(?<!_)$/.test(child.text))
    throw new SourceError(`The relationship name "${child.text}" can only contain alphanumeric characters and single underscores, must begin with a letter and not end with an underscore.`, child.position);
  return { childRelationshipName: `${child.text}__r` };
}

function deleteConstraint(element: XmlElement): ReferenceModel['deleteConstraint'] {
  const constraint = oneOf(element, 'deleteConstraint', ['SetNull', 'Restrict', 'Cascade'] as const) ?? 'SetNull';
  if (constraint === 'SetNull' && booleanOf(element, 'required'))
    throw new SourceError('Must specify either cascade delete or restrict delete for required lookup field.', element.child('deleteConstraint')?.position ?? element.position);
  return constraint;
}

/** The value is the API name of what it points to, as the record's metadata file gives it. */
export function readMetadataRelationship(element: XmlElement, context: { object: string; fullName: string; isMetadataType: boolean }): Own {
  if (!context.isMetadataType) throw new SourceError('Only custom metadata types can have fields of type MetadataRelationship.', element.position);
  const to = requiredText(element, 'referenceTo');
  if (!['EntityDefinition', 'FieldDefinition', 'EntityParticle'].includes(to) && !to.endsWith('__mdt'))
    throw new SourceError(`A metadata relationship cannot refer to ${to}.`, element.child('referenceTo')?.position);
  const controllingField = element.value('metadataRelationshipControllingField');
  if (to === 'FieldDefinition' && !controllingField) throw new SourceError('Required field is missing: metadataRelationshipControllingField.', element.position);
  return {
    type: 'reference',
    length: 255,
    metadataRelationship: { to, ...(controllingField ? { controllingField: controllingField.replace(/^.*\./, '') } : {}) },
    reference: {
      to: [to],
      kind: 'lookup',
      relationshipName: context.fullName.replace(/__c$/, '__r'),
      ...childName(element),
      deleteConstraint: 'SetNull',
      writeRequiresMasterRead: false,
      reparentable: true,
    },
  };
}
