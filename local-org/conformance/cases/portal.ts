/** Cases and what people outside reach. */
import { metadata, objects } from './pages';
import { testCases } from './rows';
import type { RefusedCase } from '../types';

const kase = (section: string): ReturnType<typeof objects> => objects('sforce_api_objects_case', section);
const comment = objects('sforce_api_objects_casecomment', 'IsPublished');
const sets = (section: string): ReturnType<typeof metadata> => metadata('meta_sharingset', section);

const cases = testCases('portal', 'ConfCaseTest', [
  ['closingACaseSetsIsClosedAndClosedDate', 'closing cases', kase('ClosedDate')],
  ['openingACaseAgainTakesThemBack', 'closing cases', kase('IsClosed')],
  ['caseNumbersAreGiven', 'case numbers', kase('CaseNumber')],
  ['theContactOfACaseReachesIt', 'the contact of a case', objects('sforce_api_objects_caseshare', 'RowCause')],
  ['colleaguesOfTheContactDoNot', 'the contact of a case', objects('sforce_api_objects_caseshare', 'RowCause')],
  ['publishedCommentsAloneAreSeenOutside', 'published comments', comment],
  ['sharingSetsOpenRecordsOfTheAccountForReading', 'sharing sets', sets('AccessMapping')],
  ['sharingSetsOpenRecordsOfTheContactForEditing', 'sharing sets', sets('AccessMapping')],
  ['sharingSetsKeepNoShareRows', 'sharing sets', objects('sforce_api_objects_accountshare', 'AccountShare')],
]);

const SET = (object: string, objectField: string, profile = 'Partner Community User'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<SharingSet xmlns="http://soap.sforce.com/2006/04/metadata">\n    <accessMappings>\n        <accessLevel>Read</accessLevel>\n        <object>${object}</object>\n        <objectField>${objectField}</objectField>\n        <userField>Account</userField>\n    </accessMappings>\n    <name>Wrong</name>\n    <profiles>${profile}</profiles>\n</SharingSet>\n`;

const refused: readonly RefusedCase[] = (
  [
    ['a sharing set of an unknown profile', SET('Ticket__c', 'Dealer__c', 'Nobody'), '{any}no Profile named Nobody found{any}'],
    ['a sharing set of an unknown object', SET('Nonsense__c', 'Dealer__c'), '{any}Nonsense__c{any}'],
    ['a sharing set by a field that is no lookup', SET('Ticket__c', 'Name'), '{any}Name{any}'],
  ] as const
).map(([name, text, message]) => ({ kind: 'refused', name: `refused: ${name}`, rule: 'sharing sets are checked', source: sets('AccessMapping'), deployment: 'portal', files: { 'sharingSets/Wrong.sharingSet-meta.xml': text }, file: 'Wrong.sharingSet-meta.xml', message }));

export const portalCases = [...cases, ...refused];
