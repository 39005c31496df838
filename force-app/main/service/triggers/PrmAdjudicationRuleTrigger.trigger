/** Runs the actions registered for PRM_Adjudication_Rule__c; see PrmTriggerDispatcher. */
trigger PrmAdjudicationRuleTrigger on PRM_Adjudication_Rule__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Adjudication_Rule__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
