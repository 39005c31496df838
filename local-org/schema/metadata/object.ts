/** `objects/X/X.object-meta.xml`: custom objects, platform events, custom metadata types, changes to standard objects. */
import { NotModelledError, SourceError } from '../errors';
import { ObjectBuilder } from '../build/object';
import { addSystemFields } from '../build/system';
import { booleanOf, checkShape, integerOf, oneOf, requiredText, shape } from '../source/shape';
import type { ObjectKind, SharingModel, XmlElement } from '../types';
import { displayFormat } from './fieldTypes';

const SHARING_MODELS = ['Private', 'Read', 'ReadWrite', 'ReadWriteTransfer', 'FullAccess', 'ControlledByParent', 'ControlledByLeadOrContact', 'ControlledByCampaign'] as const;

/** Known elements of CustomObject. Those of `WITHOUT_EFFECT` are read and change nothing here. */
const WITHOUT_EFFECT =
  'allowInChatterGroups enableBulkApi enableChangeDataCapture enableDivisions enableEnhancedLookup enableFeeds enableHistory enableLicensing enableReports enableSearch enableSharing enableStreamingApi enableDataTranslation recordTypeTrackHistory recordTypeTrackFeedHistory searchLayouts startsWith gender articleTypeChannelDisplay historyRetentionPolicy profileSearchLayouts';
const OBJECT = shape(
  '',
  `fullName label pluralLabel description nameField sharingModel externalSharingModel deploymentStatus visibility compactLayoutAssignment enableActivities eventType publishBehavior customHelp customHelpPage ${WITHOUT_EFFECT.replace('profileSearchLayouts', '')}`,
  'actionOverrides profileSearchLayouts'
);
const NAME_FIELD = shape('type', 'label displayFormat startingNumber trackHistory trackFeedHistory');
const ACTION_OVERRIDE = shape('actionName type', 'content formFactor skipRecordTypeSelect comment');

/** Kind of a custom object by the suffix of its name. */
export function kindOf(name: string): ObjectKind {
  if (name.endsWith('__mdt')) return 'customMetadata';
  if (name.endsWith('__e')) return 'platformEvent';
  return name.endsWith('__c') ? 'custom' : 'standard';
}

/** A custom object from its own file. */
export function readCustomObject(root: XmlElement, name: string): ObjectBuilder {
  checkRoot(root);
  if (root.child('customSettingsType')) throw new NotModelledError('custom settings', root.child('customSettingsType')?.position);
  checkShape(root, 'CustomObject', OBJECT);
  const kind = kindOf(name);
  if (!/^[A-Za-z](?!.*__.*__)[A-Za-z0-9_]*(?<!_)__(c|e|mdt)$/.test(name) || name.length > 45)
    throw new SourceError(`The object name "${name}" can only contain alphanumeric characters and single underscores, must begin with a letter, not end with an underscore, and hold at most 40 characters beside the suffix.`, root.position);
  const object = new ObjectBuilder(name, kind, { label: requiredText(root, 'label'), pluralLabel: requiredText(root, 'pluralLabel'), position: root.position });
  if (object.own.label.length > 40) throw new SourceError(`The label "${object.own.label}" is longer than 40 characters.`, root.child('label')?.position);
  if (root.value('description')) object.own.description = requiredText(root, 'description');
  if (kind === 'custom') readCustom(root, object);
  else if (kind === 'platformEvent') readEvent(root, object);
  else readMetadataType(root, object);
  readCommon(root, object);
  addSystemFields(object);
  return object;
}

function readCustom(root: XmlElement, object: ObjectBuilder): void {
  requiredText(root, 'deploymentStatus');
  readSharing(root, object);
  if (!root.child('sharingModel')) throw new SourceError('Required field is missing: sharingModel (in CustomObject).', root.position);
  object.activities = booleanOf(root, 'enableActivities');
  const nameField = root.child('nameField');
  if (!nameField) throw new SourceError(`Must specify a nameField for custom object ${object.name}.`, root.position);
  checkShape(nameField, 'CustomField', NAME_FIELD);
  const type = oneOf(nameField, 'type', ['Text', 'AutoNumber'] as const);
  const label = nameField.value('label') ?? `${object.own.label} Name`;
  object.own.nameField = 'Name';
  if (type === 'AutoNumber') object.add({ name: 'Name', label, type: 'string', length: 80, autoNumber: { format: displayFormat(nameField) }, nillable: false, defaultedOnCreate: true, position: nameField.position });
  // A text name that is left out becomes the record's id.
  else object.add({ name: 'Name', label, type: 'string', length: 80, defaultedOnCreate: true, position: nameField.position });
  integerOf(nameField, 'startingNumber');
}

function readEvent(root: XmlElement, object: ObjectBuilder): void {
  requiredText(root, 'deploymentStatus');
  if (oneOf(root, 'eventType', ['HighVolume', 'StandardVolume'] as const) === 'StandardVolume') throw new NotModelledError('standard-volume platform events', root.child('eventType')?.position);
  object.own.publishBehavior = oneOf(root, 'publishBehavior', ['PublishAfterCommit', 'PublishImmediately'] as const) ?? 'PublishImmediately';
}

function readMetadataType(root: XmlElement, object: ObjectBuilder): void {
  oneOf(root, 'visibility', ['Public', 'Protected', 'PackageProtected'] as const);
  object.own.nameField = 'DeveloperName';
}

function readSharing(root: XmlElement, object: ObjectBuilder): void {
  const internal = oneOf<SharingModel>(root, 'sharingModel', SHARING_MODELS);
  const external = oneOf<SharingModel>(root, 'externalSharingModel', SHARING_MODELS);
  if (internal) object.own.sharingModel = internal;
  if (external) object.own.externalSharingModel = external;
  else if (internal) object.own.externalSharingModel = internal === 'ControlledByParent' ? internal : 'Private';
  if (external && internal && width(external) > width(internal))
    throw new SourceError(`The external sharing model (${external}) must be equal to or more restrictive than the internal one (${internal}).`, root.child('externalSharingModel')?.position);
}

function width(model: SharingModel): number {
  const order: readonly SharingModel[] = ['Private', 'Read', 'ReadWrite', 'ReadWriteTransfer', 'FullAccess'];
  return order.indexOf(model);
}

/** What a project says of a standard object: its sharing model, overrides and compact layout. */
export function changeStandardObject(root: XmlElement, object: ObjectBuilder): void {
  checkRoot(root);
  checkShape(root, 'CustomObject', OBJECT);
  readSharing(root, object);
  readCommon(root, object);
}

function readCommon(root: XmlElement, object: ObjectBuilder): void {
  const assignment = root.value('compactLayoutAssignment');
  if (assignment) object.compactLayoutAssignment = assignment;
  for (const element of root.all('actionOverrides')) {
    checkShape(element, 'ActionOverride', ACTION_OVERRIDE);
    const content = element.value('content');
    const formFactor = element.value('formFactor');
    object.actionOverrides.push({
      action: requiredText(element, 'actionName'),
      type: oneOf(element, 'type', ['Default', 'Flexipage', 'LightningComponent', 'Standard', 'Visualforce', 'Scontrol'] as const) ?? 'Default',
      ...(content ? { content } : {}),
      ...(formFactor ? { formFactor } : {}),
    });
  }
}

function checkRoot(root: XmlElement): void {
  if (root.name !== 'CustomObject') throw new SourceError(`The root element must be CustomObject, found ${root.name}.`, root.position);
}
