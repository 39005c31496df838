import { api, LightningElement } from 'lwc';
import next from '@salesforce/label/c.PRM_UI_Next';
import pageOf from '@salesforce/label/c.PRM_UI_Page_Of';
import pages from '@salesforce/label/c.PRM_UI_Pages';
import previous from '@salesforce/label/c.PRM_UI_Previous';
import { fill } from 'c/prmUiText';

/**
 * Back and forth through pages that the server keeps; nothing while one page holds all.
 * @fires PrmUiPager#page with `detail.pageNumber`
 */
export default class PrmUiPager extends LightningElement {
  /** Counts from 1. */
  @api pageNumber = 1;
  @api pageSize = 25;
  @api total = 0;

  labels = { next, pages, previous };

  get shown(): boolean {
    return this.total > this.pageSize;
  }

  get text(): string {
    const first = (this.pageNumber - 1) * this.pageSize + 1;
    return fill(pageOf, first, Math.min(this.total, first + this.pageSize - 1), this.total);
  }

  get atStart(): boolean {
    return this.pageNumber <= 1;
  }

  get atEnd(): boolean {
    return this.pageNumber * this.pageSize >= this.total;
  }

  handlePrevious(): void {
    this.go(this.pageNumber - 1);
  }

  handleNext(): void {
    this.go(this.pageNumber + 1);
  }

  private go(pageNumber: number): void {
    this.dispatchEvent(new CustomEvent('page', { detail: { pageNumber } }));
  }
}
