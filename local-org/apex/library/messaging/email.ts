/** E-mail and notifications: captured in the outbox, never sent. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_email_outbound_single.htm */
import { NotModelledError } from '../../../schema';
import { use } from '../../runtime/data';
import type { ApexValue, Execution, PlatformClass } from '../../runtime/types';
import { ApexException, ApexList, PlatformObject, required, type ApexSet } from '../../runtime/values';
import { ApexDmlError } from '../data/results';

type Members = NonNullable<PlatformClass['members']>;

class SingleEmail extends PlatformObject {
  readonly apexType = 'Messaging.SingleEmailMessage';
  readonly values: Record<string, ApexValue> = {};
}
class SendResult extends PlatformObject {
  readonly apexType = 'Messaging.SendEmailResult';
  constructor(readonly success: boolean, readonly errors: readonly ApexDmlError[] = []) {
    super();
  }
}
class Notification extends PlatformObject {
  readonly apexType = 'Messaging.CustomNotification';
  readonly values: Record<string, ApexValue> = {};
}

/** `getX()`, `setX(value)` and the property x. */
function field(type: string, name: string): Members {
  const key = name[0]?.toLowerCase() + name.slice(1);
  const read = (_x: Execution, target: SingleEmail | Notification): ApexValue => target.values[key] ?? null;
  const write = (_x: Execution, target: SingleEmail | Notification, value: ApexValue): void => void (target.values[key] = value);
  return { [`${type} get${name}()`]: read, [`void set${name}(${type} value)`]: write };
}

/** Address of a user, contact or lead. */
function addressOf(x: Execution, id: string): string {
  const object = x.org.objectOfId(id);
  if (!object?.field('Email')) throw new NotModelledError(`mail to a record of ${object?.name ?? id}`);
  const email = x.database.query(`SELECT Email FROM ${object.name} WHERE Id = :id`, { userId: x.userId, mode: 'system', sharing: false }, { binds: { id } }).rows[0]?.values['Email'];
  if (typeof email !== 'string' || email === '') throw new ApexException('EmailException', `SendEmail failed. First exception on row 0; first error: INVALID_EMAIL_ADDRESS, Email address is invalid: ${id}: []`);
  return email;
}
const addresses = (x: Execution, value: ApexValue): string[] => [...((value ?? []) as Iterable<string>)].map((each) => (each.includes('@') ? each : addressOf(x, each)));

function send(x: Execution, messages: ApexList): ApexList {
  use(x, 'emailInvocations');
  return new ApexList(required(messages).items.map((message: SingleEmail) => {
    const { values } = message;
    if (values['templateId']) throw new NotModelledError('e-mail templates');
    const to = [...addresses(x, values['toAddresses']), ...(values['targetObjectId'] ? [addressOf(x, values['targetObjectId'] as string)] : []), ...addresses(x, values['ccAddresses']), ...addresses(x, values['bccAddresses'])];
    if (to.length === 0) throw new ApexException('EmailException', 'SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Add a recipient to send an email.: []');
    const body = (values['plainTextBody'] ?? values['htmlBody'] ?? null) as string | null;
    if (body === null) throw new ApexException('EmailException', 'SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Missing body, need at least one of html or plainText: []');
    x.services.mail({ to, subject: (values['subject'] as string | null) ?? '', body });
    return new SendResult(true);
  }), 'Messaging.SendEmailResult');
}

export const EMAIL: readonly PlatformClass[] = [
  {
    name: 'Messaging',
    members: {
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> messages)': (x, messages: ApexList) => send(x, messages),
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> messages, Boolean allOrNone)': (x, messages: ApexList) => send(x, messages),
    },
  },
  { name: 'Messaging.Email' },
  {
    name: 'Messaging.SingleEmailMessage', extends: 'Messaging.Email',
    members: {
      'new()': () => new SingleEmail(),
      ...field('List<String>', 'ToAddresses'), ...field('List<String>', 'CcAddresses'), ...field('List<String>', 'BccAddresses'), ...field('String', 'Subject'), ...field('String', 'PlainTextBody'), ...field('String', 'HtmlBody'), ...field('Id', 'TargetObjectId'), ...field('Id', 'WhatId'),
      ...field('Id', 'TemplateId'), ...field('String', 'ReplyTo'), ...field('String', 'SenderDisplayName'), ...field('Id', 'OrgWideEmailAddressId'), ...field('Boolean', 'SaveAsActivity'), ...field('Boolean', 'UseSignature'), ...field('Boolean', 'TreatTargetObjectAsRecipient'), ...field('String', 'References'), ...field('String', 'InReplyTo'),
    },
  },
  {
    name: 'Messaging.SendEmailResult',
    members: {
      'Boolean isSuccess()': (_x, result: SendResult) => result.success,
      'List<Messaging.SendEmailError> getErrors()': (_x, result: SendResult) => new ApexList([...result.errors], 'Messaging.SendEmailError'),
    },
  },
  { name: 'Messaging.SendEmailError', members: { 'String getMessage()': (_x, error: ApexDmlError) => error.error.message } },
  {
    name: 'Messaging.CustomNotification',
    members: {
      'new()': () => new Notification(),
      ...field('String', 'Title'), ...field('String', 'Body'), ...field('Id', 'NotificationTypeId'), ...field('Id', 'TargetId'), ...field('String', 'TargetPageRef'), ...field('Id', 'SenderId'),
      'void send(Set<String> users)': (x, notification: Notification, users: ApexSet) => x.services.notify({ to: [...required(users)] as string[], subject: String(notification.values['title'] ?? ''), body: String(notification.values['body'] ?? '') }),
    },
  },
];
