import { api, LightningElement, wire } from 'lwc';
import basePath from '@salesforce/community/basePath';
import catalogueLabel from '@salesforce/label/c.PRM_UI_Nav_Catalogue';
import claimsLabel from '@salesforce/label/c.PRM_UI_Nav_Claims';
import homeLabel from '@salesforce/label/c.PRM_UI_Nav_Home';
import navLabel from '@salesforce/label/c.PRM_UI_Nav_Label';
import leadsLabel from '@salesforce/label/c.PRM_UI_Nav_Leads';
import logOut from '@salesforce/label/c.PRM_UI_Nav_Log_Out';
import menu from '@salesforce/label/c.PRM_UI_Nav_Menu';
import offersLabel from '@salesforce/label/c.PRM_UI_Nav_Offers';
import requestsLabel from '@salesforce/label/c.PRM_UI_Nav_Requests';
import serialsLabel from '@salesforce/label/c.PRM_UI_Nav_Serials';
import title from '@salesforce/label/c.PRM_UI_Nav_Title';
import isGuest from '@salesforce/user/isGuest';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';

interface Link {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly current: 'page' | undefined;
  readonly classes: string;
}

/** Labels of the pages that the package brings; an admin's own page is called by its name. */
const LABELS: Readonly<Record<string, string>> = {
  Home: homeLabel,
  Offers__c: offersLabel,
  My_Leads__c: leadsLabel,
  Claims__c: claimsLabel,
  Requests__c: requestsLabel,
  Serials__c: serialsLabel,
  Catalogue__c: catalogueLabel,
};

const labelOf = (name: string): string => LABELS[name] ?? name.replace(/__c$/, '').replaceAll('_', ' ');
const referenceOf = (name: string): PageReference => ({ type: 'comm__namedPage', attributes: { name } });

/** Pages of the site with the current one marked; a menu button on narrow screens. */
export default class PrmNav extends NavigationMixin(LightningElement) {
  /** API names of pages, separated by commas. */
  @api
  get pages(): string {
    return this.names.join(',');
  }
  set pages(value: string) {
    this.names = value
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    this.findUrls();
  }

  labels = { logOut, menu, navLabel, title };
  open = false;
  urls: Readonly<Record<string, string>> = {};
  currentName = '';
  private names: readonly string[] = [];

  @wire(CurrentPageReference)
  wiredReference(reference: PageReference | undefined): void {
    this.currentName = String(reference?.attributes.name ?? '');
    this.open = false;
  }

  get shown(): boolean {
    return !isGuest;
  }

  get links(): Link[] {
    return this.names.map((name) => {
      const current = name === this.currentName;
      return {
        name,
        label: labelOf(name),
        url: this.urls[name] ?? basePath,
        current: current ? 'page' : undefined,
        classes: current ? 'nav__link nav__link_current' : 'nav__link',
      };
    });
  }

  /** The site's log-in endpoints lie under its own prefix with this ending. */
  get logOutUrl(): string {
    return `${basePath}vforcesite/secur/logout.jsp`;
  }

  get expanded(): string {
    return String(this.open);
  }

  get listClasses(): string {
    return this.open ? 'nav__list nav__list_open' : 'nav__list';
  }

  handleMenu(): void {
    this.open = !this.open;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.template?.querySelector<HTMLElement>('[data-action="menu"]')?.focus();
  }

  /** A plain click stays in the page; with a key held, or another button, the browser does what it always does. */
  handleClick(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](referenceOf((event.currentTarget as HTMLElement).dataset.name ?? ''));
  }

  private async findUrls(): Promise<void> {
    const entries = await Promise.all(this.names.map(async (name) => [name, await this[NavigationMixin.GenerateUrl](referenceOf(name))] as const));
    this.urls = Object.fromEntries(entries);
  }
}
