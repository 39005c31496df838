/** Objects that carry a key of ours, in the order in which they depend on each other: parents first. */
export const KEYED_OBJECTS = [
  'PRM_Tier__c', 'Account', 'PRM_Agreement__c', 'PRM_Territory__c', 'PRM_Competency__c', 'PRM_Partner_Member__c', 'PRM_Partner_Role__c', 'PRM_Network_Relation__c',
  'PRM_Routing_Rule__c', 'PRM_Routing_Pool_Member__c', 'PRM_Named_Account__c', 'Lead',
] as const;
