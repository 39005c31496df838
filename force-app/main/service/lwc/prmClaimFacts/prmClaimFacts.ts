import appealUntil from '@salesforce/label/c.PRM_UI_CLAIM_Appeal_Until';
import causalPart from '@salesforce/label/c.PRM_UI_CLAIM_Causal_Part';
import clawback from '@salesforce/label/c.PRM_UI_CLAIM_Clawback';
import complaint from '@salesforce/label/c.PRM_UI_CLAIM_Complaint';
import correction from '@salesforce/label/c.PRM_UI_CLAIM_Correction';
import customer from '@salesforce/label/c.PRM_UI_CLAIM_Customer';
import failureDate from '@salesforce/label/c.PRM_UI_CLAIM_Failure_Date';
import fault from '@salesforce/label/c.PRM_UI_CLAIM_Fault_Code';
import goodwill from '@salesforce/label/c.PRM_UI_CLAIM_Goodwill';
import paidOn from '@salesforce/label/c.PRM_UI_CLAIM_Paid_On';
import payBy from '@salesforce/label/c.PRM_UI_CLAIM_Pay_By';
import product from '@salesforce/label/c.PRM_UI_CLAIM_Product';
import repairDate from '@salesforce/label/c.PRM_UI_CLAIM_Repair_Date';
import reason from '@salesforce/label/c.PRM_UI_CLAIM_Appeal_Reason';
import serial from '@salesforce/label/c.PRM_UI_CLAIM_Serial';
import usage from '@salesforce/label/c.PRM_UI_CLAIM_Usage';
import validUntil from '@salesforce/label/c.PRM_UI_CLAIM_Valid_Until';
import type { ClaimDetail } from 'c/prmClaims';
import { fill, joined } from 'c/prmUiText';
import { dayText, momentText } from 'c/prmUiTime';

/** What failed, as far as it is known. */
export function factsOf(detail: ClaimDetail): { label: string; text: string }[] {
  const { claim } = detail;
  const all: readonly (readonly [string, string | null | undefined])[] = [
    [serial, claim.serial],
    [product, claim.productName],
    [failureDate, dayText(detail.failureDate)],
    [repairDate, dayText(detail.repairDate)],
    [usage, detail.usage === null || detail.usage === undefined ? '' : String(detail.usage)],
    [fault, detail.fault],
    [causalPart, detail.causalPart],
    [complaint, detail.complaint],
    [correction, detail.correction],
    [customer, claim.customerName],
    [goodwill, detail.goodwillReason],
    [reason, detail.appealReason],
  ];
  return all.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

/** Dates that bind us or the partner, in sentences. */
export function noticesOf(detail: ClaimDetail): string[] {
  const { claim } = detail;
  return [
    claim.paidAt ? joined(' ', fill(paidOn, momentText(claim.paidAt)), detail.paymentReference) : claim.payDueOn ? fill(payBy, dayText(claim.payDueOn)) : '',
    detail.canUse && detail.validUntil ? fill(validUntil, dayText(detail.validUntil)) : '',
    detail.canAppeal && detail.appealUntil ? fill(appealUntil, dayText(detail.appealUntil)) : '',
    detail.clawbackReason ? fill(clawback, detail.clawbackReason) : '',
  ].filter(Boolean);
}
