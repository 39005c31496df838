trigger ConfCaseTrigger on Case(before insert, after insert, before update, after update) {
    ConfTrace.note(Trigger.operationType, Case.SObjectType);
}
