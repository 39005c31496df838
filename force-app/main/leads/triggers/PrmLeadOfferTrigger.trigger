/** Runs the actions registered for PRM_Lead_Offer__c; see PrmTriggerDispatcher. */
trigger PrmLeadOfferTrigger on PRM_Lead_Offer__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Lead_Offer__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
