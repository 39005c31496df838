/** Root of the client: the shell of the app or site, and the page in it. */
import { LightningElement } from 'lwc';
import { RefreshEventName, runRefreshHandlers } from 'lightning/refresh';
import { isInternal } from 'web/links';
import { changed } from 'web/records';
import { currentResponse, go, subscribe, type RouterState } from 'web/router';
import type { ConsoleShell, PageNode, PageResponse, PageTree, SiteShell } from '../../../../pages/types';

export default class App extends LightningElement {
  response: PageResponse = currentResponse();
  isLoading = false;
  messages: readonly string[] = [];
  path = window.location.pathname;

  connectedCallback(): void {
    subscribe((state) => this.receive(state));
    document.addEventListener('click', (event) => this.handleClick(event));
    document.addEventListener(RefreshEventName, () => void this.refresh());
    document.title = this.response.page.title;
  }

  private receive({ response, loading, messages, path }: RouterState): void {
    this.isLoading = loading;
    if (loading) return;
    const moved = path !== this.path;
    this.response = response;
    this.messages = messages;
    this.path = path;
    document.title = response.page.title;
    // Who reads the page with a screen reader or by keyboard starts at its top.
    if (moved) this.template.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }

  private async refresh(): Promise<void> {
    const id = this.response.page.recordId;
    if (id) await changed({ id, kind: 'updated' });
    await runRefreshHandlers(this);
  }

  /** A plain click on a link to another page of this app is followed without a new document. */
  private handleClick(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
    if (!link?.href || link.target || link.hasAttribute('download') || !isInternal(link.href)) return;
    const { pathname, search, hash } = new URL(link.href);
    if (hash && pathname === window.location.pathname) return;
    event.preventDefault();
    void go(pathname + search);
  }

  handleSkip(): void {
    this.template.querySelector<HTMLElement>('main')?.focus();
  }

  get isConsole(): boolean { return this.response.shell.kind === 'console'; }
  get shell(): ConsoleShell { return this.response.shell as ConsoleShell; }
  get headerNodes(): readonly PageNode[] { return (this.response.shell as SiteShell).header; }
  get footerNodes(): readonly PageNode[] { return (this.response.shell as SiteShell).footer; }

  /** Pages that are made of custom components alone get their title as a heading for screen readers. */
  get heading(): string | undefined {
    if (!this.isConsole || this.messages.length > 0) return undefined;
    const nodes = Object.values(this.response.page.regions).flat();
    return nodes.some(({ name }) => name === 'force:highlightsPanel' || name.startsWith('web:')) ? undefined : this.response.page.title;
  }

  get shellClass(): string {
    if (!this.isConsole) return 'web-site';
    return this.shell.utilities.length > 0 ? 'web-console web-console_utilities' : 'web-console';
  }

  /** One page, keyed by its address: another address is drawn anew, another query is not. */
  get pages(): { key: string; page: PageTree }[] {
    return [{ key: this.path, page: this.response.page }];
  }
}
