/** Runs the actions registered for PRM_Supplier_Recovery__c; see PrmTriggerDispatcher. */
trigger PrmSupplierRecoveryTrigger on PRM_Supplier_Recovery__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    PrmTriggerDispatcher.run(PRM_Supplier_Recovery__c.SObjectType, Trigger.operationType, Trigger.new, Trigger.oldMap);
}
