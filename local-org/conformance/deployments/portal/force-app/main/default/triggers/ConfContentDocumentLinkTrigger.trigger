trigger ConfContentDocumentLinkTrigger on ContentDocumentLink(before insert, after insert, before update, after update) {
    ConfTrace.note(Trigger.operationType, ContentDocumentLink.SObjectType);
}
