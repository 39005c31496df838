/** Records in every position, and the sharing rules that reach some of them. */
import type { Party, RecordFacts, ShareFacts, SharingRuleFacts } from '../model';
import { OBJECTS } from './objects';

/** Grades that criteria rules look for. */
const NONE = 'None';

const on = (object: string): readonly SharingRuleFacts[] => [
  { object, name: 'South_Desk_To_Watch', from: { role: 'South_Desk' }, to: { group: 'Watch' }, level: 'Read' },
  { object, name: 'Night_To_Yard', from: { group: 'Night' }, to: { role: 'North_Yard' }, level: 'Edit' },
  { object, name: 'Open_To_North', grade: 'Open', to: { roleAndBelow: 'North' }, level: 'Edit' },
  { object, name: 'Home_To_North', grade: 'Home', to: { roleAndBelowInside: 'North' }, level: 'Edit' },
  { object, name: 'Outer_To_Partners', grade: 'Outer', to: { everyone: 'partners' }, level: 'Read' },
  { object, name: 'Inner_To_Inside', grade: 'Inner', to: { everyone: 'inside' }, level: 'Edit' },
];
export const RULES_OF_SHARING: readonly SharingRuleFacts[] = [...on('Berth__c'), ...on('Cargo__c')];

interface Position { readonly position: string; readonly owner?: string; readonly queue?: string; readonly grade?: string; readonly shares?: readonly ShareFacts[]; }

const byHand = (to: Party, level: ShareFacts['level']): ShareFacts => ({ to, level, by: 'hand' });
const byApex = (to: Party, level: ShareFacts['level']): ShareFacts => ({ to, level, by: 'apex' });

const POSITIONS: readonly Position[] = [
  { position: 'of the clerk', owner: 'clerk' },
  { position: 'of a colleague', owner: 'colleague' },
  { position: 'of the reader', owner: 'reader' },
  { position: 'of the manager', owner: 'manager' },
  { position: 'of the director', owner: 'director' },
  { position: 'of the other side', owner: 'southClerk' },
  { position: 'of the other head', owner: 'southHead' },
  { position: 'of the night', owner: 'night' },
  { position: 'of one without role', owner: 'loner' },
  { position: 'of the trainee', owner: 'trainee' },
  { position: 'of a partner', owner: 'alpha' },
  { position: 'of another partner', owner: 'beta' },
  { position: 'of a partner who reads', owner: 'gamma' },
  { position: 'of a queue', queue: 'Harbour_Queue' },
  { position: 'by rule to a role and below', owner: 'loner', grade: 'Open' },
  { position: 'by rule to a role and below inside', owner: 'loner', grade: 'Home' },
  { position: 'by rule to partners', owner: 'loner', grade: 'Outer' },
  { position: 'by rule to all inside', owner: 'loner', grade: 'Inner' },
  { position: 'by hand to a user', owner: 'loner', shares: [byHand({ user: 'stranger' }, 'Edit'), byHand({ user: 'southClerk' }, 'Edit')] },
  { position: 'by hand to a silent group', owner: 'loner', shares: [byHand({ group: 'Night' }, 'Edit')] },
  { position: 'by hand to a group of groups', owner: 'loner', shares: [byHand({ group: 'Watch' }, 'Edit')] },
  { position: 'by hand to a role', owner: 'loner', shares: [byHand({ role: 'North_Desk' }, 'Edit')] },
  { position: 'by hand to a partner role', owner: 'manager', shares: [byHand({ partnerRole: 'Beta' }, 'Edit')] },
  { position: 'by Apex to a user', owner: 'director', shares: [byApex({ user: 'southReader' }, 'Edit'), byApex({ user: 'beta' }, 'Edit')] },
  { position: 'by Apex to a partner role', owner: 'loner', shares: [byApex({ partnerRole: 'Alpha' }, 'Edit')] },
  { position: 'by Apex to a group of roles', owner: 'loner', shares: [byApex({ group: 'South_Side' }, 'Edit')] },
];
/** Where the default lets nobody in, a share may give reading alone. */
const FOR_READING: readonly Position[] = [
  { position: 'by hand to a user, to read', owner: 'loner', shares: [byHand({ user: 'stranger' }, 'Read'), byHand({ user: 'clerk' }, 'Read')] },
  { position: 'by Apex to a partner role, to read', owner: 'southHead', shares: [byApex({ partnerRole: 'Alpha' }, 'Read')] },
  { position: 'by hand to read and by Apex to edit', owner: 'loner', shares: [byHand({ user: 'night' }, 'Read'), byApex({ user: 'night' }, 'Edit')] },
];

function roots(object: string, positions: readonly Position[]): RecordFacts[] {
  return positions.map(({ position, owner, queue, grade, shares }, index) => ({
    key: `${object.replace('__c', '')} ${index}`, object, position, grade: grade ?? NONE, shares: shares ?? [], ...(owner ? { owner } : {}), ...(queue ? { queue } : {}),
  }));
}

function details(object: string, masters: readonly RecordFacts[]): RecordFacts[] {
  return masters.map((master) => ({ key: `${object.replace('__c', '')} of ${master.key}`, object, position: master.position, grade: NONE, shares: [], master: master.key }));
}

function everyRecord(): RecordFacts[] {
  const byObject = new Map<string, RecordFacts[]>();
  for (const { name, master, inside } of OBJECTS) {
    // Where everybody inside edits, nothing can be shared.
    const positions = inside === 'Private' ? [...POSITIONS, ...FOR_READING] : inside === 'Read' ? POSITIONS : POSITIONS.filter((each) => !each.shares);
    byObject.set(name, master ? details(name, byObject.get(master.object) ?? []) : roots(name, positions));
  }
  return [...byObject.values()].flat();
}

export const RECORDS: readonly RecordFacts[] = everyRecord();
