/** Runs the actions registered for Case; see PrmTriggerDispatcher. */
trigger PrmCaseTrigger on Case(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(Case.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
