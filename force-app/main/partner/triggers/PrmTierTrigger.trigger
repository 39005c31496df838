/** Runs the actions registered for PRM_Tier__c; see PrmTriggerDispatcher. */
trigger PrmTierTrigger on PRM_Tier__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Tier__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
