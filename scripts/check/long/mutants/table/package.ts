/** Mutants of the package, besides its locks. */
import { apex } from '../commands';
import type { Mutant } from '../types';

/** Head and first query of the class that proves access to an offer. */
const OFFER_ACCESS = `public with sharing class PrmOfferAccess {
    /**
     * The offer, if the user sees it.
     * @param offerId id as it came from outside
     * @return its id, lead, partner and status
     */
    public static PRM_Lead_Offer__c offer(String offerId) {
        Id wanted = PrmIds.idOf(offerId, PRM_Lead_Offer__c.SObjectType);
        List<PRM_Lead_Offer__c> found = [
            SELECT Id, PRM_Lead__c, PRM_Partner__c, PRM_Status__c
            FROM PRM_Lead_Offer__c
            WHERE Id = :wanted
            WITH USER_MODE`;

export const PACKAGE: readonly Mutant[] = [
  {
    name: 'offers are changed without a lock', floor: 'package', file: 'force-app/main/leads/classes/offers/PrmOfferStore.cls', tests: [apex('PrmOfferAnswersTest')],
    search: 'PRM_Status__c IN :PrmLeadStatus.OPEN)\n                WITH SYSTEM_MODE\n                FOR UPDATE', replace: 'PRM_Status__c IN :PrmLeadStatus.OPEN)\n                WITH SYSTEM_MODE',
  },
  {
    name: 'the counters of the round robin are changed without a lock', floor: 'package', file: 'force-app/main/leads/classes/routing/PrmRoutingData.cls', tests: [apex('PrmRoutingJobTest')],
    search: 'WHERE PRM_Rule__c IN :ruleById.keySet()\n                WITH SYSTEM_MODE\n                FOR UPDATE', replace: 'WHERE PRM_Rule__c IN :ruleById.keySet()\n                WITH SYSTEM_MODE',
  },
  {
    // Either alone changes nothing for records: user mode shares whatever the class says, and system mode follows the class.
    name: 'an offer is read without proving that the user sees it', floor: 'package', file: 'force-app/main/leads/classes/offers/PrmOfferAccess.cls', tests: [apex('PrmOfferAnswersTest')],
    search: OFFER_ACCESS, replace: OFFER_ACCESS.replace('with sharing', 'without sharing').replace('USER_MODE', 'SYSTEM_MODE'),
  },
  {
    name: 'a lead is locked by nobody while its offer is answered', floor: 'package', file: 'force-app/main/leads/classes/offers/PrmOfferStore.cls', tests: [apex('PrmOfferAnswersTest')],
    search: 'WHERE Id IN :known\n                WITH SYSTEM_MODE\n                FOR UPDATE', replace: 'WHERE Id IN :known\n                WITH SYSTEM_MODE',
  },
  {
    name: 'the cap is passed by one', floor: 'package', file: 'force-app/main/leads/classes/routing/PrmEligibility.cls', tests: [apex('PrmRouterTest')],
    search: 'candidate.openLeads < cap;', replace: 'candidate.openLeads <= cap;',
  },
];
