/** Runs the actions registered for PRM_Return_Authorisation__c; see PrmTriggerDispatcher. */
trigger PrmReturnAuthorisationTrigger on PRM_Return_Authorisation__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Return_Authorisation__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
