/** Runs the actions registered for Account; see PrmTriggerDispatcher. */
trigger PrmAccountTrigger on Account(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(Account.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
