trigger ConfContentVersionTrigger on ContentVersion(before insert, after insert, before update, after update) {
    ConfTrace.note(Trigger.operationType, ContentVersion.SObjectType);
}
