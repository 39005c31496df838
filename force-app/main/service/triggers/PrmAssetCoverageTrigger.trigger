/** Runs the actions registered for PRM_Asset_Coverage__c; see PrmTriggerDispatcher. */
trigger PrmAssetCoverageTrigger on PRM_Asset_Coverage__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Asset_Coverage__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
