/** Runs the actions registered for ContentVersion; see PrmTriggerDispatcher. */
trigger PrmContentVersionTrigger on ContentVersion(after insert) {
    PrmTriggerDispatcher.run(ContentVersion.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
