/** What claims need, of a test's own: a product with parts and codes, a term, prices, and pieces sold by a partner. */
import type { Connection } from 'jsforce';
import { company } from './leads';

export interface ClaimWorld {
  readonly serials: readonly string[];
  readonly product: string;
  readonly parts: readonly string[];
  readonly fault: string;
  readonly labour: string;
  /** Who bears three and two fifths of the first part. */
  readonly suppliers: readonly string[];
  readonly ids: { readonly partner: string; readonly product: string; readonly parts: readonly string[]; readonly fault: string; readonly labour: string; readonly assets: readonly string[] };
}

export interface WorldOptions {
  /** Pieces made. */
  readonly pieces?: number;
  /** Pieces that stay unsold, the last ones. */
  readonly unsold?: number;
}

async function created(connection: Connection, object: string, rows: readonly Record<string, unknown>[]): Promise<string[]> {
  const saved = await connection.sobject(object).create(rows as Record<string, unknown>[]);
  return saved.map((each, index) => {
    if (!each.success) throw new Error(`${object} ${JSON.stringify(rows[index])} was refused: ${JSON.stringify(each.errors)}`);
    return each.id;
  });
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Makes a product of its own and pieces that the partner sold a hundred days ago, under warranty for two years. The second part must come back. */
export async function claimWorld(admin: Connection, partnerName: string, { pieces = 3, unsold = 0 }: WorldOptions = {}): Promise<ClaimWorld> {
  const mark = company('W').replace(/\W/g, '').toUpperCase();
  const [partner] = (await admin.query<{ Id: string }>(`SELECT Id FROM Account WHERE Name = '${partnerName}'`)).records;
  const partnerId = partner?.Id as string;
  const names = { product: `Pump ${mark}`, parts: [`Impeller ${mark}`, `Seal ${mark}`], fault: `Leaks ${mark}`, labour: `Change seal ${mark}` };
  const [product, ...parts] = await created(admin, 'Product2', [
    { Name: names.product, ProductCode: `P-${mark}`, Family: mark, IsActive: true, PRM_Kind__c: 'Product', PRM_Serialised__c: true },
    ...names.parts.map((name, index) => ({ Name: name, ProductCode: `T-${mark}-${index}`, Family: mark, IsActive: true, PRM_Kind__c: 'Part', PRM_Return_Part__c: index === 1 })),
  ]);
  const suppliers = [`Gussnord ${mark}`, `Dichtwerk ${mark}`];
  const supplierIds = await created(admin, 'Account', suppliers.map((name) => ({ Name: name })));
  await created(admin, 'PRM_Part_Supplier__c', supplierIds.map((supplier, index) => ({ PRM_Part__c: parts[0], PRM_Supplier__c: supplier, PRM_Percent__c: index === 0 ? 60 : 40, PRM_Deadline_Days__c: 60, PRM_Active__c: true })));
  await created(admin, 'PRM_Product_Part__c', parts.map((part) => ({ PRM_Product__c: product, PRM_Part__c: part, PRM_Quantity__c: 1 })));
  const [book] = await created(admin, 'Pricebook2', [{ Name: `Book ${mark}`, IsActive: true }]);
  const [standard] = (await admin.query<{ Id: string }>('SELECT Id FROM Pricebook2 WHERE IsStandard = true')).records;
  await created(admin, 'PricebookEntry', parts.map((part) => ({ Pricebook2Id: standard?.Id, Product2Id: part, UnitPrice: 200, IsActive: true })));
  await created(admin, 'PricebookEntry', parts.map((part) => ({ Pricebook2Id: book, Product2Id: part, UnitPrice: 120, IsActive: true })));
  await created(admin, 'PRM_Price_Entitlement__c', [{ PRM_Partner__c: partnerId, PRM_Price_Book__c: book, PRM_Priority__c: 1, PRM_Currency_Code__c: 'EUR', PRM_Active__c: true }]);
  const [labour] = await created(admin, 'PRM_Labour_Code__c', [{ Name: names.labour, PRM_Code__c: `L-${mark}`.slice(0, 40), PRM_Standard_Hours__c: 2, PRM_Family__c: mark, PRM_Active__c: true }]);
  const [fault] = await created(admin, 'PRM_Fault_Code__c', [{ Name: names.fault, PRM_Code__c: `F-${mark}`.slice(0, 40), PRM_Family__c: mark, PRM_Active__c: true }]);
  await created(admin, 'PRM_Fault_Labour__c', [{ PRM_Fault_Code__c: fault, PRM_Labour_Code__c: labour }]);
  await created(admin, 'PRM_Warranty_Term__c', [{ Name: `Term ${mark}`, PRM_Product__c: product, PRM_Months__c: 24, PRM_Usage_Limit__c: 5000, PRM_Usage_Unit__c: 'Hours', PRM_Transferable__c: true, PRM_Labour_Rate__c: 60, PRM_Labour_Tolerance__c: 1.2, PRM_Part_Markup__c: 1.1, PRM_Travel_Cap_Km__c: 200, PRM_Travel_Rate__c: 0.5, PRM_Claim_Cap__c: 5000, PRM_Currency_Code__c: 'EUR', PRM_Active__c: true }]);
  const serials = Array.from({ length: pieces }, (_, index) => `${mark}-${index + 10}`);
  const assets = await created(admin, 'Asset', serials.map((serial) => ({ Name: `${names.product} ${serial}`, SerialNumber: serial, Product2Id: product, AccountId: partnerId })));
  await created(admin, 'PRM_Serial_Sale__c', assets.slice(0, pieces - unsold).map((asset) => ({ PRM_Asset__c: asset, PRM_Partner__c: partnerId, PRM_Kind__c: 'Sell-Through', PRM_Sold_On__c: daysAgo(100), PRM_Buyer_Name__c: 'Hansa Werft', PRM_Buyer_Country_Code__c: 'DE' })));
  return { serials, ...names, suppliers, ids: { partner: partnerId, product: product as string, parts, fault: fault as string, labour: labour as string, assets } };
}

export { daysAgo };
