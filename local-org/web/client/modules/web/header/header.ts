/** Header of a Lightning app: app launcher, tabs, user. On a narrow screen the tabs fold into a menu. */
import { api, LightningElement } from 'lwc';
import { context } from 'web/context';
import { go } from 'web/router';
import type { ConsoleShell } from '../../../../pages/types';

export default class Header extends LightningElement {
  @api shell!: ConsoleShell;
  isOpen = false;
  userName = context.user.name;
  userLabel = `User menu of ${context.user.name}`;

  get hasApps(): boolean { return this.shell.apps.length > 1; }
  get brandStyle(): string { return this.shell.app.color ? `--web-brand: ${this.shell.app.color}` : ''; }
  get expandedText(): string { return String(this.isOpen); }
  get navClass(): string { return `slds-context-bar__secondary web-header__nav${this.isOpen ? ' web-header__nav_open' : ''}`; }

  get tabs(): { name: string; label: string; url: string; classes: string; current: string | undefined }[] {
    return this.shell.tabs.map(({ name, label, url }) => {
      const active = name === this.shell.activeTab;
      return { name, label, url, classes: `slds-context-bar__item${active ? ' slds-is-active' : ''}`, current: active ? 'page' : undefined };
    });
  }

  handleToggle(): void { this.isOpen = !this.isOpen; }
  handleTab(): void { this.isOpen = false; }
  handleApp(event: CustomEvent<{ value: string }>): void { void go(event.detail.value); }
  handleUser(): void { window.location.assign('/logout'); }
}
