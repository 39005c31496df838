import { api } from 'lwc';
import type { Wired } from '@salesforce/apex';
import type { Column, Row } from 'c/prmUiList';
import { ListPage } from 'c/prmUiListPage';
import type { Page } from 'c/prmUiPaging';

export interface Order {
  readonly id: string;
  readonly name: string;
}

/** The smallest page there is. */
export default class Orders extends ListPage<Order> {
  columns: readonly Column[] = [{ field: 'name', label: 'Order' }];
  choices = [
    { value: '', label: 'Open' },
    { value: 'Closed', label: 'Closed' },
  ];
  dataKind = 'orders';
  texts = { title: 'Orders', none: 'None', noneBody: 'None so far.', noMatch: 'No match', noMatchBody: 'Search for something else.' };

  /** Stands for the wire. */
  @api
  give(result: Wired<Page<Order>>): void {
    this.take(result);
  }

  /** What the wire would be asked. */
  @api
  get asked(): object {
    const { pageNumber, show, search } = this;
    return { pageNumber, show, search };
  }

  get rows(): Row[] {
    return this.items.map(({ id, name }) => ({ id, cells: { name } }));
  }

  get panelHeading(): string {
    return this.itemOf(this.openId)?.name ?? '';
  }
}
