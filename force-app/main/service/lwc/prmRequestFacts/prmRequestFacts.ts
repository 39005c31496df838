import { api, LightningElement } from 'lwc';
import agent from '@salesforce/label/c.PRM_UI_REQUEST_Agent';
import category from '@salesforce/label/c.PRM_UI_REQUEST_About';
import contact from '@salesforce/label/c.PRM_UI_REQUEST_Customer_Contact';
import customer from '@salesforce/label/c.PRM_UI_REQUEST_Customer';
import openedOn from '@salesforce/label/c.PRM_UI_REQUEST_Opened_On';
import partner from '@salesforce/label/c.PRM_UI_REQUEST_Partner';
import product from '@salesforce/label/c.PRM_UI_REQUEST_Product';
import serial from '@salesforce/label/c.PRM_UI_REQUEST_Serial';
import { promiseOf, severityOf, turnOf, type RequestDetail, type Side } from 'c/prmServiceRequests';
import type { Flag } from 'c/prmUiList';
import { momentText } from 'c/prmUiTime';

/** Facts of a request: state and clock on top, then what it is about. */
export default class PrmRequestFacts extends LightningElement {
  @api detail?: RequestDetail;
  /** Who reads: partner or desk. */
  @api side: Side = 'partner';

  get turn(): Flag | undefined {
    return this.detail && turnOf(this.detail.request, this.side);
  }

  get severity(): Flag | undefined {
    return this.detail && severityOf(this.detail.request);
  }

  get promise(): string {
    return this.detail ? promiseOf(this.detail.request) : '';
  }

  get facts(): { label: string; value: string }[] {
    if (!this.detail) return [];
    const { request, customerContact, productName } = this.detail;
    const rows: [string, string | null | undefined][] = [
      [partner, request.partnerName],
      [agent, request.agentName],
      [category, request.category],
      [product, productName],
      [serial, request.serial],
      [customer, request.customer],
      [contact, customerContact],
      [openedOn, momentText(request.openedAt)],
    ];
    return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  }
}
