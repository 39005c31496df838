trigger ConfProduct2Trigger on Product2(before insert, after insert, before update, after update) {
    ConfTrace.note(Trigger.operationType, Product2.SObjectType);
}
