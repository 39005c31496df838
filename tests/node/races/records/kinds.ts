/** Records that two people want at once, and what they do with them. */
import type { DmlResult } from '../../../../local-org/database';
import { execute } from '../../locks/boundary';
import { BUSY, call, type Act, type Outcome } from '../race/act';
import { MOMENT } from '../race/org';
import { partReturn } from './returns';
import { found, idOf, type Kind, type RecordWorld } from './world';

export const KINDS: Readonly<Record<string, (world: RecordWorld) => Kind>> = { 'a service request': request, 'an addition': addition, 'a piece': piece, 'the coverage of a piece': coverage, 'the files of a claim': files, 'the return of a part': partReturn };

/** Records are told apart by a number. */
let made = 0;

function request({ people, ...org }: RecordWorld): Kind {
  const { platform } = org;
  const draft = (subject: string): unknown => ({ category: 'Other', severity: 'Question', subject });
  return {
    arena: {
      ...org,
      fresh: () => {
        const subject = `Request ${made++}`;
        expect(call(platform, people.one, 'PrmRequestsController.open', { draft: draft(subject) })).toEqual({ done: true });
        return idOf(platform, 'SELECT Id FROM Case WHERE Subject = :name', subject);
      },
      stateOf: (id) => ({
        request: found(platform, 'SELECT IsClosed, PRM_Agent__c, PRM_Waiting_On__c, PRM_First_Response_At__c, PRM_Last_Comment_At__c FROM Case WHERE Id = :id', id),
        messages: found(platform, 'SELECT CommentBody, IsPublished FROM CaseComment WHERE ParentId = :id ORDER BY Id', id),
      }),
      check: () => undefined,
    },
    acts: [
      { name: 'the partner writes', at: 0, run: (requestId) => call(platform, people.one, 'PrmRequestsController.reply', { requestId, body: 'It leaks again' }), refusals: ['PRM_Request_Closed'] },
      { name: 'the help desk solves', at: 0, run: (requestId) => call(platform, people.agent, 'PrmHelpDeskController.reply', { requestId, body: 'Turn it off and on', asks: false, closes: true }), refusals: [], follows: ['the partner writes'] },
    ],
  };
}

function addition({ people, ...org }: RecordWorld): Kind {
  const { platform } = org;
  const save = (person: string, additionId: string, label: string, value: string): Outcome => call(platform, person, 'PrmCatalogueController.saveAddition', { additionId, productId: '', label, value });
  return {
    arena: {
      ...org,
      fresh: () => {
        const label = `Addition ${made++}`;
        expect(save(people.one, '', label, 'ours')).toEqual({ done: true });
        return idOf(platform, 'SELECT Id FROM PRM_Central_Addition__c WHERE PRM_Label__c = :name', label);
      },
      stateOf: (id) => found(platform, 'SELECT PRM_Value__c FROM PRM_Central_Addition__c WHERE Id = :id', id),
      check: () => undefined,
    },
    acts: [
      { name: 'one changes it', at: 0, run: (id) => save(people.one, id, `Changed ${id}`, 'ours too'), refusals: ['PRM_Not_Found'] },
      { name: 'a colleague removes it', at: 0, run: (additionId) => call(platform, people.colleague, 'PrmCatalogueController.removeAddition', { additionId }), refusals: [], follows: ['one changes it'] },
    ],
  };
}

/** A piece that nobody has bought yet. */
function freshPiece(platform: RecordWorld['platform']): string {
  const serial = `BOILER-${1000 + made++}`;
  execute(platform, `
    Product2 product = [SELECT Id FROM Product2 WHERE Name = 'Boiler' WITH SYSTEM_MODE];
    insert as system new Asset(Name = '${serial}', SerialNumber = '${serial}', Product2Id = product.Id, AccountId = [SELECT Id FROM Account WHERE Name = 'Warehouse' WITH SYSTEM_MODE].Id);`);
  return idOf(platform, 'SELECT Id FROM Asset WHERE SerialNumber = :name', serial);
}

/** A partner tells who bought a piece. */
function register({ platform }: RecordWorld, person: string, id: string, values: Readonly<Record<string, string>>): Outcome {
  const serial = String(found(platform, 'SELECT SerialNumber FROM Asset WHERE Id = :id', id)[0]?.[0]);
  return call(platform, person, 'PrmRegistrationController.register', { values: { serial, sold_on: new Date(MOMENT).toISOString().slice(0, 10), ...values } }, (answer) => (answer as { problems: { message: string }[] }).problems[0]?.message);
}

function piece(world: RecordWorld): Kind {
  const { platform, people } = world;
  const sell = (name: string, person: string): Act<string> => ({ name, at: 0, refusals: ['PRM_Reg_Sold_Already'], run: (id) => register(world, person, id, { owner: name }) });
  return {
    arena: {
      ...world,
      fresh: () => freshPiece(platform),
      stateOf: (id) => ({
        piece: found(platform, 'SELECT PRM_Seller__c, PRM_Sold_On__c, PRM_Owner_Name__c, PRM_Owner_Number__c FROM Asset WHERE Id = :id', id),
        sales: found(platform, 'SELECT PRM_Partner__c, PRM_Buyer_Name__c FROM PRM_Serial_Sale__c WHERE PRM_Asset__c = :id ORDER BY Id', id),
        coverages: coveragesOf(world, id),
      }),
      check: () => undefined,
    },
    acts: [sell('a partner registers it', people.one), sell('another one registers it', people.rival)],
  };
}

const coveragesOf = ({ platform }: RecordWorld, assetId: string): unknown[][] => found(platform, 'SELECT PRM_Partner__c, PRM_Status__c, PRM_Holder_Name__c FROM PRM_Asset_Coverage__c WHERE PRM_Asset__c = :id ORDER BY Id', assetId);

function coverage(world: RecordWorld): Kind {
  const { platform, people } = world;
  return {
    arena: {
      ...world,
      fresh: () => {
        const id = freshPiece(platform);
        expect(register(world, people.one, id, { owner: 'First owner' })).toEqual({ done: true });
        return id;
      },
      stateOf: (id) => coveragesOf(world, id),
      check: () => undefined,
    },
    acts: [
      { name: 'its owner passes it on', at: 0, run: (id) => register(world, people.one, id, { owner: 'Second owner', transfer: 'yes' }), refusals: ['PRM_Reg_Transfer_Void'] },
      { name: 'an administrator makes it void', at: 0, run: (id) => makeVoid(world, id), refusals: [], follows: ['its owner passes it on'] },
    ],
  };
}

/** As an administrator does on the record's own page, which says in the platform's words that somebody else is at it. */
function makeVoid({ platform, label }: RecordWorld, assetId: string): Outcome {
  const { database } = platform;
  const object = platform.org.object('PRM_Asset_Coverage__c');
  const Id = idOf(platform, `SELECT Id FROM PRM_Asset_Coverage__c WHERE PRM_Asset__c = :name AND PRM_Holder_Name__c = 'First owner'`, assetId);
  if (!object) throw new Error('There is no PRM_Asset_Coverage__c');
  const save = (): readonly DmlResult[] => database.dml('update', object, [{ Id, PRM_Status__c: 'Void', PRM_Void_Reason__c: 'Opened' }], { userId: platform.security.adminUserId, mode: 'system', sharing: false }, { allOrNone: false, origin: { kind: 'api' } });
  // In the midst of another act it has its transaction already.
  const [saved] = database.inTransaction ? save() : database.transaction(save);
  if (saved?.success) return { done: true };
  const codes = saved?.errors.map((each) => each.code).join(', ');
  return { done: false, told: codes === 'UNABLE_TO_LOCK_ROW' ? label(BUSY) : String(codes) };
}

function files({ people, ...org }: RecordWorld): Kind {
  const { platform } = org;
  const refusalIn = (answer: unknown): string | undefined => (answer as { refusals: string[] }).refusals[0];
  const add = (name: string, person: string, fileName: string, follows: readonly string[]): Act<string> => ({
    name, at: 0, refusals: [], follows,
    // No two files are alike: the same one on two claims is a sign of fraud.
    run: (recordId) => call(platform, person, 'PrmProofsController.add', { recordId, fileName, content: Buffer.from(`${fileName} of ${recordId}`).toString('base64') }, refusalIn),
  });
  return {
    arena: {
      ...org,
      fresh: () => {
        const serial = `FILES-${made++}`;
        execute(platform, `insert as system new PRM_Warranty_Claim__c(PRM_Partner__c = [SELECT Id FROM Account WHERE Name = 'West' WITH SYSTEM_MODE].Id, PRM_Type__c = 'Claim', PRM_Status__c = 'Draft', PRM_Version__c = 1, PRM_Serial__c = '${serial}', PRM_Currency_Code__c = 'EUR');`);
        return idOf(platform, 'SELECT Id FROM PRM_Warranty_Claim__c WHERE PRM_Serial__c = :name', serial);
      },
      stateOf: (id) => ({
        count: found(platform, 'SELECT PRM_Proof_Count__c FROM PRM_Warranty_Claim__c WHERE Id = :id', id),
        files: found(platform, 'SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = :id', id).length,
      }),
      check: () => undefined,
    },
    acts: [add('one adds the bill', people.one, 'bill.txt', ['a colleague adds the report']), add('a colleague adds the report', people.colleague, 'report.txt', ['one adds the bill'])],
  };
}
