/** Runs the actions registered for PRM_Serial_Sale__c; see PrmTriggerDispatcher. */
trigger PrmSerialSaleTrigger on PRM_Serial_Sale__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Serial_Sale__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
