/** Runs the actions registered for ContentDocument; see PrmTriggerDispatcher. */
trigger PrmContentDocumentTrigger on ContentDocument(before delete, after delete, after undelete) {
    PrmTriggerDispatcher.run(ContentDocument.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
