/** Runs the actions registered for PRM_Warranty_Claim__c; see PrmTriggerDispatcher. */
trigger PrmWarrantyClaimTrigger on PRM_Warranty_Claim__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Warranty_Claim__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
