import { api, wire } from 'lwc';
import type { Wired } from '@salesforce/apex';
import listReturns from '@salesforce/apex/PrmReturnsDeskController.listReturns';
import claim from '@salesforce/label/c.PRM_UI_RETURN_Claim';
import done from '@salesforce/label/c.PRM_UI_RETURN_Show_Done';
import due from '@salesforce/label/c.PRM_UI_RETURN_Due';
import mismatch from '@salesforce/label/c.PRM_UI_RETURN_Show_Mismatch';
import noMatch from '@salesforce/label/c.PRM_UI_RETURN_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_UI_RETURN_No_Match_Body';
import none from '@salesforce/label/c.PRM_UI_RETURN_None';
import noneBody from '@salesforce/label/c.PRM_UI_RETURN_None_Body';
import overdue from '@salesforce/label/c.PRM_UI_RETURN_Show_Overdue';
import returnLabel from '@salesforce/label/c.PRM_UI_RETURN_Return';
import scrapped from '@salesforce/label/c.PRM_UI_RETURN_Show_Scrapped';
import search from '@salesforce/label/c.PRM_UI_RETURN_Search';
import shipment from '@salesforce/label/c.PRM_UI_RETURN_Shipment';
import shipped from '@salesforce/label/c.PRM_UI_RETURN_Show_Shipped';
import showOpen from '@salesforce/label/c.PRM_UI_RETURN_Show_Open';
import state from '@salesforce/label/c.PRM_UI_RETURN_State';
import title from '@salesforce/label/c.PRM_UI_RETURN_Title';
import { RETURNS_CHANGED, rowOf, type Return, type ReturnPage } from 'c/prmReturnRows';
import type { Option } from 'c/prmUiField';
import type { Column, Row } from 'c/prmUiList';
import { ListPage } from 'c/prmUiListPage';

const COLUMNS: readonly Column[] = [
  { field: 'name', label: returnLabel },
  { field: 'claim', label: claim },
  { field: 'state', label: state, type: 'state' },
  { field: 'due', label: due, type: 'day' },
  { field: 'shipment', label: shipment },
];
/** What the desk may show; empty stands for all that is expected. */
const CHOICES: readonly Option[] = [
  { value: '', label: showOpen },
  { value: 'Shipped', label: shipped },
  { value: 'Overdue', label: overdue },
  { value: 'Mismatch', label: mismatch },
  { value: 'Done', label: done },
  { value: 'Scrapped', label: scrapped },
];

/** Returned parts: what is expected, on its way, came or was waived; a return opens beside the list. */
export default class PrmReturnsDesk extends ListPage<Return> {
  @api pageSize = 25;

  labels = { search, title };
  columns = COLUMNS;
  choices = CHOICES;
  dataKind = RETURNS_CHANGED;
  texts = { title, none, noneBody, noMatch, noMatchBody };

  @wire(listReturns, { pageNumber: '$pageNumber', pageSize: '$pageSize', show: '$show', search: '$search' })
  wiredReturns(result: Wired<ReturnPage>): void {
    this.take(result);
  }

  get rows(): Row[] {
    return this.items.map(rowOf);
  }

  get panelHeading(): string {
    return this.itemOf(this.openId)?.name ?? title;
  }
}
