/** Tasks and events. */
import { area, bool, combobox, currencyIso, date, datetime, int, owner, picklist, record, ref, restricted, text, type StandardField, type StandardObject } from './dsl';

const WHAT = 'Account Asset Campaign Case Opportunity Product2';

const related = (children: string): StandardField[] => [
  ref('WhoId', 'Contact Lead', { children }, { label: 'Name ID' }),
  ref('WhatId', WHAT, { children }, { label: 'Related To ID' }),
  ref('AccountId', 'Account', {}, 'readOnly'),
];

const TASK: StandardObject = {
  name: 'Task',
  keyPrefix: '00T',
  label: 'Task',
  nameField: 'Subject',
  internal: 'Private',
  external: 'Private',
  compactLayoutFields: ['Subject', 'ActivityDate', 'Status', 'Priority', 'WhoId', 'WhatId'],
  fields: [
    ...record(),
    ...related('Tasks'),
    combobox('Subject', 255),
    date('ActivityDate', { label: 'Due Date Only' }),
    picklist('Status', '*Not Started|In Progress|Completed|Waiting on someone else|Deferred', 'defaulted'),
    picklist('Priority', 'High|*Normal|Low', 'defaulted'),
    bool('IsHighPriority', 'readOnly', { label: 'High Priority' }),
    owner('Group User'),
    area('Description', 32000),
    bool('IsClosed', 'readOnly', { label: 'Closed' }),
    bool('IsArchived', 'readOnly', { label: 'Archived' }),
    int('CallDurationInSeconds', 8, { label: 'Call Duration' }),
    restricted('CallType', 'Internal|Inbound|Outbound', { length: 40 }),
    text('CallDisposition', 255, { label: 'Call Result' }),
    text('CallObject', 255, { label: 'Call Object Identifier' }),
    datetime('ReminderDateTime', { label: 'Reminder Date/Time' }),
    bool('IsReminderSet', { label: 'Reminder Set' }),
    restricted('TaskSubtype', '*Task|Email|ListEmail|Cadence|Call|LinkedIn', 'createOnly', { length: 40 }),
    datetime('CompletedDateTime', 'readOnly', { label: 'Completed Date' }),
    bool('IsRecurrence', 'createOnly', { label: 'Create Recurring Series of Tasks' }),
    currencyIso(),
  ],
};

const EVENT: StandardObject = {
  name: 'Event',
  keyPrefix: '00U',
  label: 'Event',
  nameField: 'Subject',
  internal: 'Private',
  external: 'Private',
  compactLayoutFields: ['Subject', 'StartDateTime', 'EndDateTime', 'Location', 'WhoId', 'WhatId'],
  fields: [
    ...record(),
    ...related('Events'),
    combobox('Subject', 255),
    text('Location', 255),
    bool('IsAllDayEvent', { label: 'All-Day Event' }),
    datetime('ActivityDateTime', { label: 'Due Date Time' }),
    date('ActivityDate', { label: 'Due Date Only' }),
    int('DurationInMinutes', 8, { label: 'Duration' }),
    datetime('StartDateTime', { label: 'Start Date Time' }),
    datetime('EndDateTime', { label: 'End Date Time' }),
    date('EndDate', 'readOnly'),
    area('Description', 32000),
    owner('User'),
    bool('IsPrivate', { label: 'Private' }),
    restricted('ShowAs', '*Busy|OutOfOffice=Out of Office|Free', { length: 40, label: 'Show Time As' }),
    bool('IsArchived', 'readOnly', { label: 'Archived' }),
    restricted('EventSubtype', '*Event', 'createOnly', { length: 40 }),
    datetime('ReminderDateTime', { label: 'Reminder Date/Time' }),
    bool('IsReminderSet', { label: 'Reminder Set' }),
    currencyIso(),
  ],
};

export const ACTIVITIES: readonly StandardObject[] = [TASK, EVENT];
