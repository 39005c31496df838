/** Runs the actions registered for PRM_Claim_Ledger__c; see PrmTriggerDispatcher. */
trigger PrmClaimLedgerTrigger on PRM_Claim_Ledger__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Claim_Ledger__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
