/** Exception and the exceptions of the platform. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_exception_methods.htm */
import type { Execution, PlatformClass } from '../runtime/types';
import { ApexException, ApexList, ApexMap, ApexSet, required, SObjectFieldToken, type DmlFailure } from '../runtime/values';
import { statusCode } from './data/status-codes';

type Members = NonNullable<PlatformClass['members']>;

const COMMON: Members = {
  'Exception getCause()': (_x, e: ApexException) => e.apexCause,
  'Integer getLineNumber()': (_x, e: ApexException) => e.frames[0]?.line ?? 1,
  'String getMessage()': (_x, e: ApexException) => e.text,
  'String getStackTraceString()': (_x, e: ApexException) => e.stackText,
  'String getTypeName()': (_x, e: ApexException) => e.typeName,
  'void initCause(Exception cause)': (_x, e: ApexException, cause: ApexException) => {
    if (e.apexCause) throw new ApexException('IllegalArgumentException', 'Cause already set');
    e.apexCause = cause;
  },
  'void setMessage(String message)': (_x, e: ApexException, message: string | null) => {
    e.apexMessage = message;
    e.message = message ?? '';
  },
  'String toString()': (_x, e: ApexException) => e.toString(),
};

const failure = (e: ApexException, index: number): DmlFailure => {
  const found = e.dml?.[required(index)];
  if (!found) throw new ApexException('ListException', `List index out of bounds: ${index}`);
  return found;
};
/** Every exception has these, so that what is caught as Exception can be asked; of others than DML they fail. */
const DML: Members = {
  'Integer getNumDml()': (_x, e: ApexException) => e.dml?.length ?? 0,
  'String getDmlMessage(Integer index)': (_x, e: ApexException, index: number) => failure(e, index).message,
  'String getDmlId(Integer index)': (_x, e: ApexException, index: number) => failure(e, index).id,
  'Integer getDmlIndex(Integer index)': (_x, e: ApexException, index: number) => failure(e, index).index,
  'List<String> getDmlFieldNames(Integer index)': (_x, e: ApexException, index: number) => new ApexList([...failure(e, index).fields], 'String'),
  'List<Schema.SObjectField> getDmlFields(Integer index)': (x: Execution, e: ApexException, index: number) => {
    const { fields, object } = failure(e, index);
    const model = object ? x.org.object(object) : undefined;
    return new ApexList(fields.flatMap((name) => {
      const field = model?.field(name);
      return model && field ? [SObjectFieldToken.of(model, field)] : [];
    }), 'Schema.SObjectField');
  },
  'String getDmlStatusCode(Integer index)': (_x, e: ApexException, index: number) => failure(e, index).code,
  'System.StatusCode getDmlType(Integer index)': (_x, e: ApexException, index: number) => statusCode(failure(e, index).code),
};
const INACCESSIBLE: Members = {
  'Map<String,Set<String>> getInaccessibleFields()': (_x, e: ApexException) => new ApexMap([...(e.inaccessible ?? new Map<string, readonly string[]>())].map(([object, fields]) => [object, new ApexSet(fields, 'String')] as const), 'String', 'Set<String>'),
};

/** Exceptions that code may make itself: `new` with message, cause, both or nothing. */
function constructors(name: string): Members {
  return {
    'new()': () => new ApexException(name),
    'new(String message)': (_x, message: string | null) => new ApexException(name, message),
    'new(Exception cause)': (_x, cause: ApexException) => new ApexException(name, null, cause),
    'new(String message, Exception cause)': (_x, message: string | null, cause: ApexException) => new ApexException(name, message, cause),
  };
}

const exception = (name: string, members: Members = {}): PlatformClass => ({ name, kind: 'exception', extends: 'Exception', members: { ...constructors(name), ...members } });

const PLAIN = [
  'AssertException', 'AsyncException', 'BigObjectException', 'CalloutException', 'DataWeaveScriptException', 'DmlException', 'DuplicateMessageException', 'EmailException', 'ExternalObjectException', 'FinalException', 'FlowException', 'FormulaEvaluationException', 'FormulaValidationException',
  'HandledException', 'IllegalArgumentException', 'InvalidHeaderException', 'InvalidParameterValueException', 'InvalidReadTimeoutException', 'JSONException', 'LicenseException', 'LimitException', 'ListException', 'MathException', 'NoAccessException', 'NoDataFoundException', 'NoSuchAlgorithmException',
  'NoSuchElementException', 'NullPointerException', 'ObjectNotFoundException', 'ProcedureException', 'QueryException', 'RequiredFeatureMissingException', 'SearchException', 'SecurityException', 'SerializationException', 'SObjectException', 'StringException', 'TouchHandledException',
  'TransientCursorException', 'TypeException', 'UnexpectedException', 'UnsupportedOperationException', 'VisualforceException', 'XmlException', 'Cache.Org.OrgCacheException', 'Cache.Session.SessionCacheException', 'Auth.AuthProviderPluginException',
];

/** What getMessage answers is only set by setMessage; what the constructor took reaches the component. */
export class AuraHandled extends ApexException {
  constructor(readonly shown: string | null) {
    super('AuraHandledException');
  }
}

export const EXCEPTION: PlatformClass = { name: 'Exception', kind: 'exception', abstract: true, members: { ...COMMON, ...DML, ...INACCESSIBLE } };

export const EXCEPTIONS: readonly PlatformClass[] = [
  EXCEPTION,
  ...PLAIN.map((name) => exception(name)),
  {
    name: 'AuraHandledException', kind: 'exception', extends: 'Exception',
    members: { 'new()': () => new AuraHandled(null), 'new(String message)': (_x, message: string | null) => new AuraHandled(message) },
  },
];
