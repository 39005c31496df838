/** Roles, partner accounts, groups, queues and personas of the harbour. */
import type { GroupFacts, PersonFacts, QueueFacts } from '../model';
import { ADMINISTRATOR, INSIDE, OUTSIDE, OWN_PROFILE } from './permissions';

export const ROLES: Readonly<Record<string, string | null>> = { Chief: null, North: 'Chief', North_Yard: 'North', North_Desk: 'North_Yard', South: 'Chief', South_Desk: 'South' };

/** Partner accounts by their owners. */
export const ACCOUNTS: Readonly<Record<string, string>> = { Alpha: 'manager', Beta: 'director', Gamma: 'southHead' };

export const GROUPS: Readonly<Record<string, GroupFacts>> = {
  Watch: { bosses: true, members: [{ user: 'watch' }, { group: 'Inner_Watch' }] },
  Inner_Watch: { bosses: true, members: [{ user: 'nested' }, { user: 'southReader' }] },
  Night: { bosses: false, members: [{ user: 'night' }, { user: 'reader' }] },
  South_Side: { bosses: true, members: [{ roleAndBelow: 'South' }] },
};

export const QUEUES: Readonly<Record<string, QueueFacts>> = { Harbour_Queue: { members: ['queueMember', 'colleague'], bosses: true } };

const inside = (role: string | undefined, ...sets: string[]): PersonFacts => ({ profile: INSIDE, ...(role ? { role } : {}), sets, groups: [] });
const partner = (account: string, ...sets: string[]): PersonFacts => ({ profile: OUTSIDE, account, sets, groups: [] });

export const PEOPLE: Readonly<Record<string, PersonFacts>> = {
  chief: inside('Chief', 'Harbour_Remover', 'Harbour_Secrets'),
  director: inside('North', 'Harbour_Remover'),
  manager: inside('North_Yard', 'Harbour_Editor'),
  hand: { profile: OWN_PROFILE, role: 'North_Yard', sets: [], groups: [] },
  clerk: inside('North_Desk', 'Harbour_Remover'),
  colleague: inside('North_Desk', 'Harbour_Editor', 'Harbour_Secrets'),
  reader: inside('North_Desk', 'Harbour_Reader'),
  trainee: { profile: INSIDE, role: 'North_Desk', sets: [], groups: ['Harbour_Trainees'] },
  /** Has back by a set what the group mutes. */
  senior: { profile: INSIDE, role: 'North_Desk', sets: ['Harbour_Editor', 'Harbour_Secrets'], groups: ['Harbour_Trainees'] },
  southHead: inside('South', 'Harbour_Editor'),
  southClerk: inside('South_Desk', 'Harbour_Remover'),
  southReader: inside('South_Desk', 'Harbour_Reader'),
  registrar: inside('South_Desk', 'Harbour_Registrar'),
  fieldViewer: inside('South_Desk', 'Harbour_Reader', 'Berth_Fields'),
  queueMember: inside('South_Desk', 'Harbour_Remover'),
  night: inside('South_Desk', 'Harbour_Editor'),
  loner: inside(undefined, 'Harbour_Remover'),
  stranger: inside(undefined, 'Harbour_Editor'),
  watch: inside(undefined, 'Harbour_Reader'),
  nested: inside(undefined, 'Harbour_Editor'),
  nobody: inside(undefined),
  fieldsAlone: inside(undefined, 'Harbour_Secrets'),
  berthViewer: inside(undefined, 'Harbour_Editor', 'Berth_Viewer'),
  cargoMaster: inside(undefined, 'Harbour_Editor', 'Cargo_Master'),
  auditor: inside(undefined, 'Harbour_Secrets', 'All_Viewer'),
  steward: inside(undefined, 'Harbour_Editor', 'All_Modifier'),
  administrator: { profile: ADMINISTRATOR, sets: [], groups: [] },
  alpha: partner('Alpha', 'Harbour_Remover'),
  alphaColleague: partner('Alpha', 'Harbour_Editor', 'Harbour_Secrets'),
  beta: partner('Beta', 'Harbour_Remover'),
  gamma: partner('Gamma', 'Harbour_Reader'),
  betaBare: partner('Beta'),
};
