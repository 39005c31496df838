/** https://developer.salesforce.com/docs/component-library/bundle/lightning-record-view-form */
import FormBase from 'web/formBase';

export default class RecordViewForm extends FormBase {}
