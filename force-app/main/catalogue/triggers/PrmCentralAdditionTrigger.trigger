/** Runs the actions registered for PRM_Central_Addition__c; see PrmTriggerDispatcher. */
trigger PrmCentralAdditionTrigger on PRM_Central_Addition__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Central_Addition__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
