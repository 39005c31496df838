import { api, LightningElement } from 'lwc';
import selectRow from '@salesforce/label/c.PRM_UI_Select_Row';
import sortBy from '@salesforce/label/c.PRM_UI_Sort_By';
import type { Tone } from 'c/prmUiState';
import { fill } from 'c/prmUiText';
import { dayText, momentText } from 'c/prmUiTime';

export interface Flag {
  readonly label: string;
  readonly tone: Tone;
}

/** `state` cells hold a Flag, `countdown` cells `{ dueAt, startedAt }`, `day` and `moment` cells what the server wrote. */
export interface Column {
  readonly field: string;
  readonly label: string;
  readonly type?: 'text' | 'day' | 'moment' | 'state' | 'countdown';
  readonly sortable?: boolean;
}

export interface Row {
  readonly id: string;
  /** Second line of the first cell. */
  readonly secondary?: string;
  /** Mark in the first cell. */
  readonly flag?: Flag;
  /** Cannot be selected. */
  readonly locked?: boolean;
  readonly cells: Readonly<Record<string, unknown>>;
}

interface Cell {
  readonly key: string;
  readonly label: string;
  readonly first: boolean;
  readonly text: string;
  readonly state?: Flag;
  readonly countdown?: { readonly dueAt?: string; readonly startedAt?: string };
}

interface Line extends Omit<Row, 'cells'> {
  readonly cells: readonly Cell[];
  readonly locked: boolean;
  readonly isSelected: boolean;
  readonly selectLabel: string;
}

const TEXTS: Readonly<Record<string, (value: string) => string>> = { day: dayText, moment: momentText };
const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, last) => last,
};

function cellOf(column: Column, index: number, row: Row): Cell {
  const value = row.cells[column.field];
  const cell = { key: `${row.id}.${column.field}`, label: column.label, first: index === 0, text: '' };
  if (value === undefined || value === null || value === '') return cell;
  if (column.type === 'state') return { ...cell, state: value as Flag };
  if (column.type === 'countdown') return { ...cell, countdown: value as Cell['countdown'] };
  return { ...cell, text: TEXTS[column.type ?? '']?.(String(value)) ?? String(value) };
}

/**
 * Table when wide, cards when narrow. The first cell of a row opens it; arrow keys, Home and End move between rows.
 * @fires PrmUiList#open with `detail.id`
 * @fires PrmUiList#sort with `detail.field` and `detail.direction`
 * @fires PrmUiList#select with `detail.ids` of all selected rows
 * @fires PrmUiList#page with `detail.pageNumber`
 */
export default class PrmUiList extends LightningElement {
  /** Name of the table for screen readers. */
  @api label = '';
  @api columns: readonly Column[] = [];
  @api rows: readonly Row[] = [];
  @api sortField = '';
  /** asc or desc. */
  @api sortDirection = 'asc';
  @api pageNumber = 1;
  @api pageSize = 25;
  @api total = 0;
  /** Whether each row has a box that selects it. */
  @api selectable = false;
  /** Ids of the selected rows. */
  @api selected: readonly string[] = [];

  /** Puts the focus on a row, as after closing what it opened; on the first when the row is gone. */
  @api
  focusRow(id: string): void {
    const buttons = this.rowButtons();
    (buttons.find((button) => button.dataset.id === id) ?? buttons[0])?.focus();
  }

  get heads(): (Column & { ariaSort: string | undefined; arrow: string; sortLabel: string })[] {
    return this.columns.map((column) => {
      const sorted = column.sortable && column.field === this.sortField;
      const descending = this.sortDirection === 'desc';
      return {
        ...column,
        ariaSort: sorted ? (descending ? 'descending' : 'ascending') : undefined,
        arrow: sorted ? (descending ? 'utility:arrowdown' : 'utility:arrowup') : '',
        sortLabel: fill(sortBy, column.label),
      };
    });
  }

  get lines(): Line[] {
    return this.rows.map((row) => {
      const cells = this.columns.map((column, index) => cellOf(column, index, row));
      return { ...row, cells, locked: row.locked === true, isSelected: this.selected.includes(row.id), selectLabel: fill(selectRow, cells[0]?.text ?? '') };
    });
  }

  handleOpen(event: Event): void {
    this.dispatchEvent(new CustomEvent('open', { detail: { id: (event.currentTarget as HTMLElement).dataset.id } }));
  }

  handleSelect(event: Event): void {
    const { dataset, checked } = event.currentTarget as HTMLInputElement;
    const others = this.selected.filter((id) => id !== dataset.id);
    this.dispatchEvent(new CustomEvent('select', { detail: { ids: checked ? [...others, dataset.id] : others } }));
  }

  handleSort(event: Event): void {
    const field = (event.currentTarget as HTMLElement).dataset.field;
    const direction = field === this.sortField && this.sortDirection === 'asc' ? 'desc' : 'asc';
    this.dispatchEvent(new CustomEvent('sort', { detail: { field, direction } }));
  }

  handleKey(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const buttons = this.rowButtons();
    const index = buttons.indexOf(event.target as HTMLElement);
    if (!step || index < 0) return;
    event.preventDefault();
    buttons[step(index, buttons.length - 1)]?.focus();
  }

  handlePage(event: CustomEvent<{ pageNumber: number }>): void {
    this.dispatchEvent(new CustomEvent('page', { detail: event.detail }));
  }

  private rowButtons(): HTMLElement[] {
    return [...(this.template?.querySelectorAll<HTMLElement>('[data-open]') ?? [])];
  }
}
