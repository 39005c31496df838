/** Cases and what people outside reach. */
import { guide, help, metadata, objects } from './pages';
import { refusedClasses, testCases } from './rows';
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

const version = (section: string): ReturnType<typeof objects> => objects('sforce_api_objects_contentversion', section);
const link = (section: string): ReturnType<typeof objects> => objects('sforce_api_objects_contentdocumentlink', section);

const files = testCases('portal', 'ConfFileTest', [
  ['aVersionBringsItsDocument', 'versions of files', version('ContentVersion')],
  ['bytesAreToldBySizeAndChecksum', 'what is told of a file', version('Checksum')],
  ['theFirstPlaceIsLinked', 'versions of files', version('FirstPublishLocationId')],
  ['laterVersionsTakeThePlaceOfEarlierOnes', 'versions of files', version('IsLatest')],
  ['deletingTheDocumentDeletesItsVersions', 'versions of files', objects('sforce_api_objects_contentdocument', 'Usage')],
  ['linksAreAskedForByAnId', 'links of files', link('Usage')],
  ['theSameLinkTwiceIsRefused', 'links of files', link('LinkedEntityId')],
  ['filesForPeopleInsideAreHiddenOutside', 'who sees a file', link('Visibility')],
  ['filesForAllUsersAreSeenOutside', 'who sees a file', link('Visibility')],
]);

const triggers = guide('apex_triggers', 'Triggers');
const fires = testCases('portal', 'ConfTraceTest', [
  ['productsFire', 'triggers of standard objects', triggers],
  ['priceBooksFire', 'triggers of standard objects', triggers],
  ['assetsFire', 'triggers of standard objects', triggers],
  ['casesAndTheirCommentsFire', 'triggers of standard objects', triggers],
  ['filesAndTheirLinksFire', 'triggers of standard objects', triggers],
  ['aCustomPriceNeedsAStandardPrice', 'prices', objects('sforce_api_objects_pricebookentry', 'Usage')],
]);

const constraint = metadata('customfield', 'deleteConstraint');
const rollUp = metadata('customfield', 'summaryFilterItems');
const junction = help('platform.relationships_manytomany', 'Junction Object');
const relations = testCases('portal', 'ConfRelationsTest', [
  ['aRestrictedLookupKeepsAProduct', 'lookups to standard objects', constraint],
  ['aRestrictedLookupKeepsACase', 'lookups to standard objects', constraint],
  ['lookupsToSerialsAndPriceBooksAreCleared', 'lookups to standard objects', constraint],
  ['anObjectLooksUpItself', 'lookups to itself', help('platform.relationships_considerations', 'Lookup Relationships')],
  ['rollUpsFilterByMoneyAndNumbers', 'filters of roll-ups', rollUp],
  ['aJunctionGoesWithEitherMaster', 'junctions', junction],
  ['aJunctionIsSeenWithBothMasters', 'junctions', junction],
]);

const untriggered = ['PricebookEntry', 'CaseShare', 'CaseStatus'].map((object): RefusedCase => ({
  kind: 'refused', name: `refused: a trigger on ${object}`, rule: 'objects without triggers', source: objects('sforce_api_calls_describesobjects_describesobjectresult', 'triggerable'), deployment: 'portal',
  files: { [`triggers/ConfWrong${object}.trigger`]: `trigger ConfWrong${object} on ${object} (after insert) {\n    System.debug(Trigger.new);\n}\n` }, file: `ConfWrong${object}.trigger`, line: 1, message: `SObject type does not allow triggers: ${object}`,
}));

const wrong = (line: string): string => `public class $ {\n    public static void run(Id id) {\n        ${line}\n    }\n}`;
const calls = refusedClasses('portal', 'ConfWrongCall', [
  ['a document inserted', 'calls of file objects', objects('sforce_api_objects_contentdocument', 'Supported Calls'), wrong("insert as user new ContentDocument(Title = 'x');"), 3, undefined, '{any}ContentDocument{any}'],
  ['a version deleted', 'calls of file objects', version('Supported Calls'), wrong('delete as user new ContentVersion(Id = id);'), 3, undefined, '{any}ContentVersion{any}'],
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

export const portalCases = [...cases, ...files, ...fires, ...relations, ...calls, ...untriggered, ...refused];
