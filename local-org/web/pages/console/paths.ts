/** Paths (PathAssistant): the steps of a picklist that a record goes through. */
import { SourceError, type ObjectModel, type OrgModel } from '../../../schema';
import { sanitizeRichText } from '../rich-text';
import type { Json } from '../types';

/** The object's active path, null when it has none: the component then draws nothing, as on the platform. */
export function pathOf(org: OrgModel, object: ObjectModel): Json {
  const component = [...(org.components.get('PathAssistant')?.values() ?? [])].find(({ root }) => root.value('entityName') === object.name && root.value('active') === 'true');
  if (!component) return null;
  const { root } = component;
  const field = object.field(root.value('fieldName') ?? '');
  if (!field?.picklist) throw new SourceError(`The path's field "${root.value('fieldName') ?? ''}" is no picklist of ${object.name}.`, root.position);
  const guidance = new Map([...root.all('pathAssistantSteps'), ...root.all('steps')].map((step) => [step.value('picklistValueName') ?? '', step]));
  return {
    field: field.name,
    label: root.value('masterLabel') ?? field.label,
    steps: field.picklist.values
      .filter((value) => value.active)
      .map(({ value, label }) => ({ value, label, info: sanitizeRichText(guidance.get(value)?.value('info') ?? '', guidance.get(value)?.position ?? root.position), fields: guidance.get(value)?.all('fieldNames').map((each) => each.text) ?? [] })),
  };
}
