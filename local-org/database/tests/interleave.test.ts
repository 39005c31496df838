/** A second transaction between two statements of the first. */
import { PlatformError } from '../../schema';
import { errorsOf, world, type World } from './support';

let w: World;
let mine: string;
let foreign: string;

beforeEach(() => {
  w = world();
  w.db.prepareInterleaving();
  mine = w.make('Shipment__c', { Reference__c: 'M', Weight__c: 2 });
  foreign = w.make('Shipment__c', { Reference__c: 'F', Weight__c: 1 });
});

const weigh = (id: string, weight: number): string[] => errorsOf(w.update('Shipment__c', [{ Id: id, Weight__c: weight }]));
const weights = (): unknown[] => w.read('SELECT Weight__c FROM Shipment__c ORDER BY Reference__c').map((row) => row.values.Weight__c);

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_locking_statements.htm
test('GIVEN an interleaved transaction WHEN it wants a held row THEN it is told UNABLE_TO_LOCK_ROW', () => {
  w.db.transaction(() => {
    w.read(`SELECT Id FROM Shipment__c WHERE Id = '${mine}' FOR UPDATE`);
    expect(w.db.holdsLock(mine)).toBe(true);
    expect(() => w.db.interleave(() => w.read(`SELECT Id FROM Shipment__c WHERE Id = '${mine}' FOR UPDATE`))).toThrow(expect.objectContaining({ code: 'UNABLE_TO_LOCK_ROW' }) as PlatformError);
    expect(() => w.db.interleave(() => weigh(mine, 7))).toThrow('unable to obtain exclusive access');
    w.db.interleave(() => expect(weigh(foreign, 7)).toEqual(['ok']));
    expect(w.db.holdsLock(mine)).toBe(true);
  });
  expect(w.db.holdsLock(mine)).toBe(false);
});

test('GIVEN a transaction that wrote WHEN another one comes in between THEN that sees only what is committed, and the first all that it wrote', () => {
  w.db.transaction(() => {
    weigh(foreign, 5);
    const made = w.make('Shipment__c', { Reference__c: 'N', Weight__c: 9 });
    w.db.interleave(() => {
      expect(weights()).toEqual([1, 2]);
      weigh(mine, 3);
    });
    expect(weights()).toEqual([5, 3, 9]);
    expect(w.read(`SELECT Reference__c FROM Shipment__c WHERE Id = '${made}'`)[0]?.values.Reference__c).toBe('N');
  });
  expect(weights()).toEqual([5, 3, 9]);
});

test('GIVEN what an interleaved transaction committed WHEN the first one fails THEN it stays', () => {
  expect(() => w.db.transaction(() => {
    weigh(foreign, 5);
    w.db.interleave(() => weigh(mine, 3));
    throw new Error('the first one fails');
  })).toThrow('the first one fails');
  expect(weights()).toEqual([1, 3]);
});

test('GIVEN a savepoint WHEN the first one rolls back to it after another one came in between THEN only its own writes go', () => {
  w.db.transaction(() => {
    weigh(foreign, 5);
    const savepoint = w.db.savepoint();
    weigh(foreign, 6);
    w.db.interleave(() => weigh(mine, 3));
    w.db.rollbackTo(savepoint);
    expect(weights()).toEqual([5, 3]);
  });
});

test('GIVEN an interleaved transaction WHEN it fails THEN its writes go and the first goes on', () => {
  w.db.transaction(() => {
    weigh(foreign, 5);
    expect(() => w.db.interleave(() => {
      weigh(mine, 3);
      throw new Error('the second one fails');
    })).toThrow('the second one fails');
    expect(weights()).toEqual([5, 2]);
  });
  expect(weights()).toEqual([5, 2]);
});

test('GIVEN transactions that keep nothing WHEN another one shall come in between THEN that is refused', () => {
  const plain = world();
  plain.db.transaction(() => expect(() => plain.db.interleave(() => 1)).toThrow('prepareInterleaving'));
});
