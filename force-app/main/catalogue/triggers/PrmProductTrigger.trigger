/** Runs the actions registered for Product2; see PrmTriggerDispatcher. */
trigger PrmProductTrigger on Product2(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(Product2.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
