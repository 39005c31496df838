/** Runs the actions registered for PRM_Claim_Decision__c; see PrmTriggerDispatcher. */
trigger PrmClaimDecisionTrigger on PRM_Claim_Decision__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Claim_Decision__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
