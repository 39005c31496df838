/** Users, rights and shares. */
import type { Clock, DatabaseEngine } from '../database';
import type { OrgModel } from '../schema';
import { bootstrap } from './bootstrap/bootstrap';
import { readCatalog } from './rights/catalog';
import { OrgSecurity } from './security';
import { within, type Context } from './state/context';
import { Versions } from './state/versions';
import type { Security } from './types';
import { Logins } from './users/logins';

export * from './types';
export { supportList } from './support';
export { isSetupObject } from './rights/setupObjects';

/**
 * The security of an org over its data. Fills a fresh database with the org's own rows and brings an existing one up to its
 * metadata. Throws SourceError for permission sets, profiles, groups and sharing rules that a deployment would refuse.
 */
export function createSecurity(org: OrgModel, database: DatabaseEngine, clock: Clock): Security {
  const context: Context = { org, database, clock };
  const catalog = readCatalog(org);
  return within(context, () => {
    const versions = new Versions(context);
    const identities = bootstrap(context, catalog);
    versions.membersChanged();
    const security = new OrgSecurity(context, catalog, versions, identities, new Logins(context, identities.organizationId));
    security.start();
    return security;
  });
}
