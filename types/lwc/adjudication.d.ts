/** Controllers of adjudication: queue, rules, costs. */
declare module '@salesforce/apex/PrmAdjudicatorController.queue' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { QueuePage } from 'c/prmAdjudication';
  const method: CacheableMethod<{ scope: string; pageNumber: number }, QueuePage>;
  export default method;
}
declare module '@salesforce/apex/PrmAdjudicatorController.claim' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { ClaimFile } from 'c/prmAdjudication';
  const method: CacheableMethod<{ claimId: string }, ClaimFile>;
  export default method;
}
declare module '@salesforce/apex/PrmAdjudicatorController.assign' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ claimId: string; mine: boolean }, void>;
  export default method;
}
declare module '@salesforce/apex/PrmAdjudicatorController.decide' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { LineChoice } from 'c/prmAdjudication';
  const method: ApexMethod<{ claimId: string; lines: readonly LineChoice[] }, string>;
  export default method;
}
declare module '@salesforce/apex/PrmAdjudicatorController.ask' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ claimId: string; question: string }, void>;
  export default method;
}
declare module '@salesforce/apex/PrmAdjudicatorController.settleFlag' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ flagId: string; state: string }, void>;
  export default method;
}
declare module '@salesforce/apex/PrmRuleEditorController.sets' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { RuleSet } from 'c/prmRules';
  const method: CacheableMethod<Record<string, never>, readonly RuleSet[]>;
  export default method;
}
declare module '@salesforce/apex/PrmRuleEditorController.rules' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Rule } from 'c/prmRules';
  const method: CacheableMethod<{ ruleSetId: string }, readonly Rule[]>;
  export default method;
}
declare module '@salesforce/apex/PrmRuleEditorController.vocabulary' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Vocabulary } from 'c/prmRules';
  const method: CacheableMethod<Record<string, never>, Vocabulary>;
  export default method;
}
declare module '@salesforce/apex/PrmRuleEditorController.check' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Rule } from 'c/prmRules';
  const method: ApexMethod<{ rule: Rule }, readonly string[]>;
  export default method;
}
declare module '@salesforce/apex/PrmRuleEditorController.draft' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ note: string }, string>;
  export default method;
}
declare module '@salesforce/apex/PrmRuleEditorController.save' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Rule, RuleSet } from 'c/prmRules';
  const method: ApexMethod<{ ruleSet: Partial<RuleSet>; rules: readonly Rule[] }, void>;
  export default method;
}
declare module '@salesforce/apex/PrmRuleEditorController.goLive' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ ruleSetId: string }, void>;
  export default method;
}
declare module '@salesforce/apex/PrmRuleEditorController.discard' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ ruleSetId: string }, void>;
  export default method;
}
declare module '@salesforce/apex/PrmRuleEditorController.dryRun' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DryRunPage } from 'c/prmRules';
  const method: ApexMethod<{ ruleSetId: string; after: string | null }, DryRunPage>;
  export default method;
}
declare module '@salesforce/apex/PrmClaimCostController.costs' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Costs } from 'c/prmAdjudication';
  const method: CacheableMethod<{ groupBy: string; fromDay: string | null; toDay: string | null }, Costs>;
  export default method;
}
