import above from '@salesforce/label/c.PRM_UI_RULE_Op_Above';
import atLeast from '@salesforce/label/c.PRM_UI_RULE_Op_At_Least';
import atMost from '@salesforce/label/c.PRM_UI_RULE_Op_At_Most';
import below from '@salesforce/label/c.PRM_UI_RULE_Op_Below';
import equals from '@salesforce/label/c.PRM_UI_RULE_Op_Equals';
import isFalse from '@salesforce/label/c.PRM_UI_RULE_Op_Is_False';
import isKnown from '@salesforce/label/c.PRM_UI_RULE_Op_Is_Known';
import isTrue from '@salesforce/label/c.PRM_UI_RULE_Op_Is_True';
import isUnknown from '@salesforce/label/c.PRM_UI_RULE_Op_Is_Unknown';
import notEquals from '@salesforce/label/c.PRM_UI_RULE_Op_Not_Equals';
import notOneOf from '@salesforce/label/c.PRM_UI_RULE_Op_Not_One_Of';
import oneOf from '@salesforce/label/c.PRM_UI_RULE_Op_One_Of';

const WORDS: Readonly<Record<string, string>> = { above, atLeast, atMost, below, equals, isFalse, isKnown, isTrue, isUnknown, notEquals, notOneOf, oneOf };

/** An operator as people read it. */
export const operatorText = (operator: string): string => WORDS[operator] ?? operator;
