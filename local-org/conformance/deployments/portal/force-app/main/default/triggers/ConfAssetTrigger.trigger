trigger ConfAssetTrigger on Asset(before insert, after insert, before update, after update) {
    ConfTrace.note(Trigger.operationType, Asset.SObjectType);
}
