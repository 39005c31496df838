/** Runs the actions registered for PRM_Return_Line__c; see PrmTriggerDispatcher. */
trigger PrmReturnLineTrigger on PRM_Return_Line__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Return_Line__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
