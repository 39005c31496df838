trigger JobSignalTrigger on Job_Signal__e(after insert) {
    List<Job_Mark__c> marks = new List<Job_Mark__c>();
    for (Job_Signal__e signal : Trigger.new) {
        marks.add(new Job_Mark__c(Name = 'Signal ' + signal.Text__c));
    }
    insert as system marks;
}
