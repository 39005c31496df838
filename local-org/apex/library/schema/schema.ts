/** Schema and its tokens. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_schema.htm */
import type { Value } from '../../../database';
import { NotModelledError, type FieldModel, type ObjectModel } from '../../../schema';
import type { Execution, PlatformClass } from '../../runtime/types';
import { ApexException, ApexList, ApexMap, fromDatabase, required, SObjectFieldToken, SObjectTypeToken, SObjectValue } from '../../runtime/values';
import { FieldDescribe, ObjectDescribe } from './describes';

function described(x: Execution, name: string): ObjectDescribe {
  const object = x.org.object(required(name));
  if (!object) throw new ApexException('InvalidParameterValueException', `Invalid SObject type: ${name}`);
  return new ObjectDescribe(object);
}
/** The value that a default formula gives to a new record; one that reads more than the clock is refused by name. */
function defaultOf(x: Execution, object: ObjectModel, field: FieldModel): Value {
  const formula = x.services.formula.compile(field.defaultFormula as string, { org: x.org, object, use: 'default' });
  const refuse = (): never => {
    throw new NotModelledError(`newSObject with the default formula of ${object.name}.${field.name}`);
  };
  if (formula.paths.length > 0) refuse();
  return formula.evaluate({ field: refuse, prior: refuse, isNew: true, now: x.services.now(), timeZone: x.services.timeZone });
}

/** SObjectType.newSObject: with the defaults of its fields and picklists where they are asked for. */
function newRecord(x: Execution, token: SObjectTypeToken, recordTypeId: string | null, defaults: boolean): SObjectValue {
  const record = new SObjectValue(token.object);
  if (recordTypeId !== null) record.values.set('RecordTypeId', recordTypeId);
  if (!defaults) return record;
  for (const field of token.object.fields.values()) {
    const chosen = field.picklist?.values.find((value) => value.isDefault);
    if (chosen) record.values.set(field.name, chosen.value);
    else if (field.defaultFormula !== undefined) record.values.set(field.name, fromDatabase(field, defaultOf(x, token.object, field)));
  }
  return record;
}

export const SCHEMA: readonly PlatformClass[] = [
  {
    name: 'Schema',
    members: {
      'static Map<String,Schema.SObjectType> getGlobalDescribe()': (x) => new ApexMap([...new Set(x.org.objects.values())].map((object) => [object.name.toLowerCase(), SObjectTypeToken.of(object)] as const), 'String', 'Schema.SObjectType', true),
      'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names)': (x, names: ApexList) => new ApexList(required(names).items.map((name) => described(x, name)), 'Schema.DescribeSObjectResult'),
      'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names, Schema.SObjectDescribeOptions options)': (x, names: ApexList) => new ApexList(required(names).items.map((name) => described(x, name)), 'Schema.DescribeSObjectResult'),
    },
  },
  {
    name: 'Schema.SObjectType',
    members: {
      'Schema.DescribeSObjectResult getDescribe()': (_x, token: SObjectTypeToken) => new ObjectDescribe(token.object),
      'Schema.DescribeSObjectResult getDescribe(Schema.SObjectDescribeOptions options)': (_x, token: SObjectTypeToken) => new ObjectDescribe(token.object),
      'SObject newSObject()': (x, token: SObjectTypeToken) => newRecord(x, token, null, false),
      'SObject newSObject(Id id)': (_x, token: SObjectTypeToken, id: string) => {
        const record = new SObjectValue(token.object);
        record.values.set('Id', id);
        return record;
      },
      'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': (x, token: SObjectTypeToken, recordTypeId: string | null, defaults: boolean) => newRecord(x, token, recordTypeId, defaults),
      'String toString()': (_x, token: SObjectTypeToken) => token.toString(),
    },
  },
  {
    name: 'Schema.SObjectField',
    members: {
      'Schema.DescribeFieldResult getDescribe()': (_x, token: SObjectFieldToken) => new FieldDescribe(token.object, token.field),
      'String toString()': (_x, token: SObjectFieldToken) => token.toString(),
    },
  },
];
