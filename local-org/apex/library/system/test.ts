/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_test.htm */
import { NotModelledError } from '../../../schema';
import type { Execution, PlatformClass, TestState } from '../../runtime/types';
import { ApexException, PlatformObject, required, type ApexDatetime, type ApexList, type ApexType } from '../../runtime/values';

class TestEventBus extends PlatformObject {
  readonly apexType = 'Test.EventBus';
}

function testOf(x: Execution): TestState {
  if (!x.test) throw new ApexException('TypeException', 'Method is only allowed in a test context.');
  return x.test;
}

/** Rights of groups are worked out when they are asked for, so that only the ids are left to check. */
function calculated(x: Execution, ids: readonly (string | null)[]): void {
  testOf(x);
  for (const id of ids) {
    const found = x.database.query('SELECT COUNT() FROM PermissionSetGroup WHERE Id = :id', { userId: x.userId, mode: 'system', sharing: false }, { binds: { id: required(id) } }).size;
    if (found === 0) throw new ApexException('InvalidParameterValueException', `Invalid id: ${id}`);
  }
}

export const TEST: readonly PlatformClass[] = [
  {
    name: 'Test',
    members: {
      'static void enableChangeDataCapture()': () => {
        throw new NotModelledError('change data capture');
      },
      'static void calculatePermissionSetGroup(Id groupId)': (x, groupId: string) => calculated(x, [groupId]),
      'static void calculatePermissionSetGroup(List<Id> groupIds)': (x, groupIds: ApexList) => calculated(x, groupIds === null ? [] : (groupIds.items as (string | null)[])),
      'static Test.EventBus getEventBus()': (x) => {
        testOf(x);
        return new TestEventBus();
      },
      'static Id getStandardPricebookId()': (x) => {
        const row = x.database.query('SELECT Id FROM Pricebook2 WHERE IsStandard = true', { userId: x.userId, mode: 'system', sharing: false }).rows[0];
        if (!row) throw new NotModelledError('a standard price book: the org has none');
        return row.values['Id'];
      },
      'static Boolean isRunningTest()': (x) => x.test !== undefined,
      'static void setCreatedDate(Id recordId, Datetime createdDate)': (x, id: string, date: ApexDatetime) => {
        testOf(x);
        const object = x.org.objectOfId(required(id));
        if (!object) throw new ApexException('InvalidParameterValueException', `Invalid id: ${id}`);
        x.database.sql.run(`UPDATE "${object.name}" SET "CreatedDate" = ? WHERE "Id" = ?`, [`${required(date).toIso().slice(0, 19)}.000Z`, id]);
      },
      'static void setFixedSearchResults(List<Id> ids)': () => {
        throw new NotModelledError('SOSL');
      },
      'static void setMock(System.Type interfaceType, Object mock)': (x, type: ApexType, mock) => void testOf(x).mocks.set(required(type).name.toLowerCase(), required(mock)),
      'static Object createStub(System.Type parentType, StubProvider provider)': () => {
        throw new NotModelledError('Test.createStub');
      },
      'static void startTest()': (x) => x.services.startTest(),
      'static void stopTest()': (x) => x.services.stopTest(),
      'static List<SObject> loadData(Schema.SObjectType type, String resource)': () => {
        throw new NotModelledError('Test.loadData');
      },
    },
  },
  { name: 'Test.EventBus', members: { 'void deliver()': (x) => x.services.deliverEvents() } },
];
