/** Runs the actions registered for Asset; see PrmTriggerDispatcher. */
trigger PrmAssetTrigger on Asset(before insert, before update, before delete, after insert, after update, after delete, after undelete) {
    PrmTriggerDispatcher.run(Asset.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
