/** Every conformance case, the deployments they share, and what the local org is known to lack. */
import type { Gap } from '../judge/gaps';
import type { ConformanceCase, Deployment } from '../types';
import { classCases } from './classes';
import { languageCases } from './language';
import { portalCases } from './portal';
import { queryCases } from './queries';
import { recordCases } from './records';
import { refusedDataCases } from './refusedData';
import { refusedLanguageCases } from './refusedLanguage';
import { restCases } from './rest';
import { rightCases } from './rights';
import { transactionCases } from './transactions';

export const DEPLOYMENTS: readonly Deployment[] = [
  { name: 'language', permissionSets: [] },
  { name: 'records', permissionSets: ['Conf_Records'] },
  { name: 'triggers', permissionSets: ['Conf_Triggers'] },
  { name: 'rights', permissionSets: ['Conf_Sheets_All'] },
  { name: 'jobs', permissionSets: ['Conf_Jobs'] },
  { name: 'portal', permissionSets: ['Conf_Portal'] },
];

export const CASES: readonly ConformanceCase[] = [
  ...languageCases, ...classCases, ...recordCases, ...queryCases, ...transactionCases, ...rightCases, ...portalCases, ...refusedLanguageCases, ...refusedDataCases, ...restCases,
];

/** Documented features that the local org refuses by name (docs/local-org-gaps.md). */
export const GAPS: readonly Gap[] = [];
