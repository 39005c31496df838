import { api, wire } from 'lwc';
import type { Wired } from '@salesforce/apex';
import listRecoveries from '@salesforce/apex/PrmRecoveriesController.listRecoveries';
import accepted from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Accepted';
import amount from '@salesforce/label/c.PRM_UI_RECOVERY_Amount';
import deadline from '@salesforce/label/c.PRM_UI_RECOVERY_Deadline';
import lapsed from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Lapsed';
import noMatch from '@salesforce/label/c.PRM_UI_RECOVERY_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_UI_RECOVERY_No_Match_Body';
import none from '@salesforce/label/c.PRM_UI_RECOVERY_None';
import noneBody from '@salesforce/label/c.PRM_UI_RECOVERY_None_Body';
import open from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Open';
import recovered from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Recovered';
import recoveredAmount from '@salesforce/label/c.PRM_UI_RECOVERY_Recovered_Amount';
import refused from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Refused';
import search from '@salesforce/label/c.PRM_UI_RECOVERY_Search';
import sent from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Sent';
import state from '@salesforce/label/c.PRM_UI_RECOVERY_State';
import supplier from '@salesforce/label/c.PRM_UI_RECOVERY_Supplier';
import title from '@salesforce/label/c.PRM_UI_RECOVERY_Title';
import toDo from '@salesforce/label/c.PRM_UI_RECOVERY_Show_To_Do';
import { RECOVERIES_CHANGED, rowOf, type Recovery, type RecoveryPage } from 'c/prmRecoveryRows';
import type { Option } from 'c/prmUiField';
import type { Column, Row } from 'c/prmUiList';
import { ListPage } from 'c/prmUiListPage';

const COLUMNS: readonly Column[] = [
  { field: 'supplier', label: supplier, sortable: true },
  { field: 'amount', label: amount },
  { field: 'deadline', label: deadline, type: 'day', sortable: true },
  { field: 'state', label: state, type: 'state' },
  { field: 'recovered', label: recoveredAmount },
];
/** What the page may show; empty stands for all that people must still do something about. */
const CHOICES: readonly Option[] = [
  { value: '', label: toDo },
  { value: 'Open', label: open },
  { value: 'Sent', label: sent },
  { value: 'Accepted', label: accepted },
  { value: 'Recovered', label: recovered },
  { value: 'Refused', label: refused },
  { value: 'Lapsed', label: lapsed },
];

/** Recoveries by deadline or supplier, the next steps of each beside the list, and what came back. */
export default class PrmRecoveries extends ListPage<Recovery> {
  @api pageSize = 25;

  labels = { search, title };
  columns = COLUMNS;
  choices = CHOICES;
  dataKind = RECOVERIES_CHANGED;
  texts = { title, none, noneBody, noMatch, noMatchBody };
  sortField = 'deadline';
  descending = false;
  private lastOpen?: Recovery;

  @wire(listRecoveries, { pageNumber: '$pageNumber', pageSize: '$pageSize', show: '$show', search: '$search', sortField: '$sortField', descending: '$descending' })
  wiredRecoveries(result: Wired<RecoveryPage>): void {
    this.take(result);
  }

  get rows(): Row[] {
    return this.items.map(rowOf);
  }

  get sortDirection(): string {
    return this.descending ? 'desc' : 'asc';
  }

  get openRecovery(): Recovery | undefined {
    return this.itemOf(this.openId) ?? this.lastOpen;
  }

  get panelHeading(): string {
    return this.openRecovery?.name ?? title;
  }

  handleSort({ detail }: CustomEvent<{ field: string; direction: string }>): void {
    this.sortField = detail.field;
    this.descending = detail.direction === 'desc';
    this.backToFirst();
  }

  override handleOpen(event: CustomEvent<{ id: string }>): void {
    this.lastOpen = this.itemOf(event.detail.id);
    super.handleOpen(event);
  }

  /** A recovery may leave what is shown by the very step that was taken; its panel stays. */
  handleStep({ detail }: CustomEvent<{ recovery: Recovery }>): void {
    this.lastOpen = detail.recovery;
  }
}
