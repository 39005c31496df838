/** What the methods of Database answer. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database_saveresult.htm and its neighbours */
import type { DmlError, DmlResult } from '../../../database';
import type { PlatformClass } from '../../runtime/types';
import { ApexList, PlatformObject } from '../../runtime/values';
import { statusCode } from './status-codes';

type ResultClass = 'Database.SaveResult' | 'Database.UpsertResult' | 'Database.DeleteResult' | 'Database.UndeleteResult' | 'Database.LeadConvertResult' | 'Database.EmptyRecycleBinResult';

export class ApexDmlError extends PlatformObject {
  readonly apexType = 'Database.Error';
  constructor(readonly error: DmlError) {
    super();
  }
  override toString(): string {
    return `Database.Error[getFields=(${this.error.fields.join(', ')});getMessage=${this.error.message};getStatusCode=${this.error.code};]`;
  }
}
export class ApexDmlResult extends PlatformObject {
  readonly errors: ApexDmlError[];
  constructor(readonly apexType: ResultClass, readonly result: DmlResult) {
    super();
    this.errors = result.errors.map((error) => new ApexDmlError(error));
  }
  override toString(): string {
    const created = this.apexType === 'Database.UpsertResult' ? `isCreated=${this.result.created};` : '';
    return `${this.apexType}[getErrors=(${this.errors.join(', ')});getId=${this.result.id};${created}isSuccess=${this.result.success};]`;
  }
}

const COMMON: NonNullable<PlatformClass['members']> = {
  'List<Database.Error> getErrors()': (_x, result: ApexDmlResult) => new ApexList([...result.errors], 'Database.Error'),
  'Id getId()': (_x, result: ApexDmlResult) => result.result.id,
  'Boolean isSuccess()': (_x, result: ApexDmlResult) => result.result.success,
};

export const RESULTS: readonly PlatformClass[] = [
  { name: 'Database.SaveResult', members: COMMON },
  { name: 'Database.UpsertResult', members: { ...COMMON, 'Boolean isCreated()': (_x, result: ApexDmlResult) => result.result.created } },
  { name: 'Database.DeleteResult', members: COMMON },
  { name: 'Database.UndeleteResult', members: COMMON },
  { name: 'Database.EmptyRecycleBinResult', members: COMMON },
  {
    name: 'Database.Error',
    members: {
      'List<String> getFields()': (_x, error: ApexDmlError) => new ApexList([...error.error.fields], 'String'),
      'String getMessage()': (_x, error: ApexDmlError) => error.error.message,
      'System.StatusCode getStatusCode()': (_x, error: ApexDmlError) => statusCode(error.error.code),
    },
  },
];
