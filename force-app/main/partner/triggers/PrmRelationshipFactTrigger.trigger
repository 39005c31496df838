/** Runs the actions registered for PRM_Relationship_Fact__c; see PrmTriggerDispatcher. */
trigger PrmRelationshipFactTrigger on PRM_Relationship_Fact__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Relationship_Fact__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
