/** The rights of a Salesforce org as its documentation states them. Written without the local org, which it judges. */
export * from './facts';
export { RightsModel } from './model';
export type { Verdict } from './rights';
export { RULES, type RuleName } from './rules';
