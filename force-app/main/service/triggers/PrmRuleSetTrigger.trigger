/** Runs the actions registered for PRM_Rule_Set__c; see PrmTriggerDispatcher. */
trigger PrmRuleSetTrigger on PRM_Rule_Set__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Rule_Set__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
