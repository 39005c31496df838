/** Runs the actions registered for Lead; see PrmTriggerDispatcher. */
trigger PrmLeadTrigger on Lead(before insert, before update, before delete, after insert, after update, after delete, after undelete) {
    PrmTriggerDispatcher.run(Lead.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
