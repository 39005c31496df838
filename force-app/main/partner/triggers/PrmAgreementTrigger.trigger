/** Runs the actions registered for PRM_Agreement__c; see PrmTriggerDispatcher. */
trigger PrmAgreementTrigger on PRM_Agreement__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Agreement__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
