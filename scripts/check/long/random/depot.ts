/** The org that the cases are thrown at: the small project of the conformance fixtures, with a few records. */
import { join } from 'node:path';
import { createPlatform, type Platform } from '../../../../local-org/server';

export const DEPOT = join(__dirname, '../../../../local-org/conformance/fixtures/depot');

export function openDepot(): Platform {
  const platform = createPlatform({ projectDir: DEPOT });
  const errors = platform.apex.compile();
  if (errors.length) throw new Error(errors.map((error) => error.message).join('\n'));
  return platform;
}

/** Accounts, shipments and parcels, and rights on them for the administrator; gives their ids. */
export function fill(platform: Platform): string[] {
  const caller = { userId: platform.security.adminUserId, mode: 'system', sharing: false } as const;
  const insert = (object: string, rows: Record<string, string | number | boolean | null>[]): string[] => {
    const model = platform.org.object(object);
    if (!model) throw new Error(`The fixture has no ${object}`);
    return platform.database.dml('insert', model, rows, caller, { allOrNone: true, origin: { kind: 'api' } }).map((result) => String(result.id));
  };
  return platform.database.transaction(() => {
    const [group] = platform.database.query("SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Depot_Team'", caller).rows;
    insert('PermissionSetAssignment', [{ AssigneeId: platform.security.adminUserId, PermissionSetGroupId: String(group?.values['Id']) }]);
    const accounts = insert('Account', [{ Name: 'Harbour Tools' }, { Name: 'Öl & Söhne' }]);
    const shipments = insert('Shipment__c', ['Packed', 'In Transit', null].map((status, at) => ({ Reference__c: `R${at}`, Status__c: status, Weight__c: at * 2.5, Account__c: accounts[at] ?? null })));
    const parcels = insert('Parcel__c', shipments.map((id, at) => ({ Name: `P${at}`, Shipment__c: id, Weight__c: at + 1 })));
    return [...accounts, ...shipments, ...parcels];
  });
}
