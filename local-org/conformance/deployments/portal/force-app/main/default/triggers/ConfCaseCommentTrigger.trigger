trigger ConfCaseCommentTrigger on CaseComment(before insert, after insert, before update, after update) {
    ConfTrace.note(Trigger.operationType, CaseComment.SObjectType);
}
