/** Runs the actions registered for PRM_Competency__c; see PrmTriggerDispatcher. */
trigger PrmCompetencyTrigger on PRM_Competency__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Competency__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
