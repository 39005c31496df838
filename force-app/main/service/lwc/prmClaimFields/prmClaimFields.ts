import causalPart from '@salesforce/label/c.PRM_UI_CLAIM_Causal_Part';
import claimNumber from '@salesforce/label/c.PRM_UI_CLAIM_Own_Number';
import complaint from '@salesforce/label/c.PRM_UI_CLAIM_Complaint';
import correction from '@salesforce/label/c.PRM_UI_CLAIM_Correction';
import customerName from '@salesforce/label/c.PRM_UI_CLAIM_Customer';
import description from '@salesforce/label/c.PRM_UI_CLAIM_Description';
import failureDate from '@salesforce/label/c.PRM_UI_CLAIM_Failure_Date';
import faultCode from '@salesforce/label/c.PRM_UI_CLAIM_Fault_Code';
import goodwillReason from '@salesforce/label/c.PRM_UI_CLAIM_Goodwill_Reason';
import labourCode from '@salesforce/label/c.PRM_UI_CLAIM_Labour_Code';
import lineOf from '@salesforce/label/c.PRM_UI_CLAIM_Line_Of';
import lines from '@salesforce/label/c.PRM_UI_CLAIM_Lines';
import part from '@salesforce/label/c.PRM_UI_CLAIM_Part';
import partSerial from '@salesforce/label/c.PRM_UI_CLAIM_Part_Serial';
import quantity from '@salesforce/label/c.PRM_UI_CLAIM_Quantity';
import repairDate from '@salesforce/label/c.PRM_UI_CLAIM_Repair_Date';
import serial from '@salesforce/label/c.PRM_UI_CLAIM_Serial';
import unitPrice from '@salesforce/label/c.PRM_UI_CLAIM_Unit_Price';
import usage from '@salesforce/label/c.PRM_UI_CLAIM_Usage';
import type { Problem } from 'c/prmClaimForm';
import { fill, joined } from 'c/prmUiText';

/** Labels of the fields by their names in the draft. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  serial,
  failureDate,
  repairDate,
  usage,
  faultCodeId: faultCode,
  causalPartId: causalPart,
  complaint,
  correction,
  customerName,
  claimNumber,
  goodwillReason,
  lines,
  partId: part,
  partSerial,
  labourCodeId: labourCode,
  quantity,
  unitPrice,
  description,
};

/** "Line 2, Quantity: Enter a number." */
export function sentenceOf({ field, line, message }: Problem): string {
  const place = joined(', ', line ? fill(lineOf, line) : undefined, FIELD_LABELS[field]);
  return place ? `${place}: ${message}` : message;
}

/** Messages by field, of the claim itself or of the line at a place from 1. */
export function messagesOf(problems: readonly Problem[], line?: number): Readonly<Record<string, string>> {
  const own = problems.filter((problem) => (problem.line ?? undefined) === line);
  return Object.fromEntries([...own].reverse().map(({ field, message }) => [field, message]));
}
