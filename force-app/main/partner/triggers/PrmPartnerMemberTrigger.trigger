/** Runs the actions registered for PRM_Partner_Member__c; see PrmTriggerDispatcher. */
trigger PrmPartnerMemberTrigger on PRM_Partner_Member__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Partner_Member__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
