/** Runs the actions registered for PRM_Territory__c; see PrmTriggerDispatcher. */
trigger PrmTerritoryTrigger on PRM_Territory__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Territory__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
