/** Runs the actions registered for PRM_Named_Account__c; see PrmTriggerDispatcher. */
trigger PrmNamedAccountTrigger on PRM_Named_Account__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Named_Account__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
