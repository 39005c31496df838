/** Runs the actions registered for User; see PrmTriggerDispatcher. */
trigger PrmUserTrigger on User(after insert, after update) {
    PrmTriggerDispatcher.run(User.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
