trigger ConfPricebook2Trigger on Pricebook2(before insert, after insert, before update, after update) {
    ConfTrace.note(Trigger.operationType, Pricebook2.SObjectType);
}
