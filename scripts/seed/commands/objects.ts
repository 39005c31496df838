/** Objects that carry a key of ours, in the order in which they depend on each other: parents first. */
export const KEYED_OBJECTS = [
  'PRM_Tier__c', 'Account', 'PRM_Agreement__c', 'PRM_Territory__c', 'PRM_Competency__c', 'PRM_Partner_Member__c', 'PRM_Partner_Role__c', 'PRM_Network_Relation__c',
  'PRM_Routing_Rule__c', 'PRM_Routing_Pool_Member__c', 'PRM_Named_Account__c', 'Lead',
  'Product2', 'PRM_Product_Part__c', 'Pricebook2', 'PricebookEntry', 'PRM_Price_Entitlement__c', 'PRM_Warranty_Term__c', 'PRM_Labour_Code__c', 'PRM_Fault_Code__c', 'PRM_Fault_Labour__c',
  'PRM_Term_Coverage__c', 'PRM_Part_Supplier__c', 'Asset', 'PRM_Serial_Sale__c', 'PRM_Asset_Coverage__c', 'Case', 'PRM_Warranty_Claim__c', 'PRM_Claim_Line__c',
] as const;

/** Objects whose rows nobody deletes, and why. */
export const KEPT_OBJECTS: Readonly<Record<string, string>> = {
  PRM_Labour_Code__c: 'claims that are kept name them',
  PRM_Fault_Code__c: 'claims that are kept name them',
  PRM_Serial_Sale__c: 'the register of sales is append-only',
  Asset: 'sales in the register name them',
  Product2: 'pieces and prices name them',
  Pricebook2: 'prices are kept with their book',
  PricebookEntry: 'no org deletes prices that were used',
};

/** Objects of which some rows are deleted: the condition of these, and why the others stay. */
export const PARTLY_KEPT_OBJECTS: Readonly<Record<string, { readonly deleted: string; readonly because: string }>> = {
  PRM_Warranty_Claim__c: { deleted: "(PRM_History__c = TRUE OR PRM_Status__c = 'Draft')", because: 'a claim that was submitted stays with its decisions and its money' },
  PRM_Claim_Line__c: { deleted: "(PRM_Claim__r.PRM_History__c = TRUE OR PRM_Claim__r.PRM_Status__c = 'Draft')", because: 'they belong to claims that are kept' },
};
