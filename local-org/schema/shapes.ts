/** Orgs of different set-up that a project can be run in, by name: what customers have differs, and a package must bear it. */
import { SourceError } from './errors';
import type { OrgShape } from './types';

const base = ['ExperienceCloud'];

export const SHAPES: Readonly<Record<string, OrgShape & { readonly about: string }>> = {
  'base': { about: 'Experience Cloud, one role for a partner account, leads open inside', features: base },
  'three-partner-roles': { about: 'partner accounts have the roles Executive, Manager and User', features: [...base, 'ThreePartnerRoles'] },
  'account-role-optimization': { about: 'the only user of a partner account has a person role that accounts of one owner share', features: [...base, 'AccountRoleOptimization'] },
  'optimized-three-roles': { about: 'both: a shared person role first, three roles from the second user on', features: [...base, 'AccountRoleOptimization', 'ThreePartnerRoles'] },
  'lead-private': { about: 'leads are private inside', features: base, defaults: { Lead: { internal: 'Private', external: 'Private' } } },
  'lead-public': { about: 'leads are open inside and outside, and have no share table', features: base, defaults: { Lead: { internal: 'ReadWriteTransfer', external: 'ReadWriteTransfer' } } },
  'multi-currency': { about: 'records have a currency', features: [...base, 'MultiCurrency'] },
  'person-accounts': { about: 'accounts may be persons', features: [...base, 'PersonAccounts'] },
  'state-country-picklists': { about: 'states and countries are picklists', features: [...base, 'StateAndCountryPicklist'] },
  'no-experience-cloud': { about: 'no sites and no users outside', features: [] },
};

export function shapeNamed(name: string): OrgShape {
  const shape = SHAPES[name];
  if (!shape) throw new SourceError(`There is no org shape ${name}. Name one of ${Object.keys(SHAPES).join(', ')}.`);
  const { about: _about, ...rest } = shape;
  return rest;
}
