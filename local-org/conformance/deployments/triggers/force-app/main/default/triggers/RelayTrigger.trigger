trigger RelayTrigger on Relay__c(before insert, after insert, before update, after update, before delete, after delete, after undelete) {
    ConfRelay.run();
}
