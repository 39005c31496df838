/** Runs the actions registered for PRM_Exchange_Entry__c; see PrmTriggerDispatcher. */
trigger PrmExchangeEntryTrigger on PRM_Exchange_Entry__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Exchange_Entry__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
