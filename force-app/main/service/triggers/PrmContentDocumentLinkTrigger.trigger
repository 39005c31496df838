/** Runs the actions registered for ContentDocumentLink; see PrmTriggerDispatcher. */
trigger PrmContentDocumentLinkTrigger on ContentDocumentLink(after insert, after delete) {
    PrmTriggerDispatcher.run(ContentDocumentLink.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
