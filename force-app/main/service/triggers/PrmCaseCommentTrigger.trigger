/** Runs the actions registered for CaseComment; see PrmTriggerDispatcher. */
trigger PrmCaseCommentTrigger on CaseComment(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(CaseComment.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
