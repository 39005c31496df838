import PrmNav from 'c/prmNav';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import { find, findAll, mount, press, settled, textOf, unmountAll } from '../../../../../../../tests/components/dom';

jest.mock('@salesforce/community/basePath', () => ({ __esModule: true, default: '/partners' }), { virtual: true });
jest.mock('@salesforce/user/isGuest', () => ({ default: false }), { virtual: true });

const went: unknown[] = [];
Object.defineProperty(PrmNav.prototype, NavigationMixin.Navigate, { value: (reference: unknown) => went.push(reference) });
Object.defineProperty(PrmNav.prototype, NavigationMixin.GenerateUrl, {
  value: ({ attributes }: PageReference) => Promise.resolve(`/partners/${String(attributes.name).toLowerCase()}`),
});

const shown = async (): Promise<HTMLElement> => {
  const element = mount('c-prm-nav', PrmNav, { pages: 'Home, Offers__c,Price_List__c' });
  (CurrentPageReference as unknown as TestAdapter).emit({ type: 'comm__namedPage', attributes: { name: 'Offers__c' } });
  await settled();
  return element;
};
const menu = (element: HTMLElement): HTMLElement => find(element, '[data-action="menu"]');

afterEach(() => {
  unmountAll();
  went.length = 0;
});

describe('navigation of the site', () => {
  it('links the pages it is given by their labels, and marks the current one', async () => {
    const element = await shown();
    expect(findAll(element, 'a').map(textOf)).toEqual(['c.PRM_UI_Nav_Home', 'c.PRM_UI_Nav_Offers', 'Price List', 'c.PRM_UI_Nav_Log_Out']);
    expect(findAll(element, '[aria-current="page"]').map((link) => link.dataset.name)).toEqual(['Offers__c']);
    expect(find<HTMLAnchorElement>(element, '[data-name="Home"]').getAttribute('href')).toBe('/partners/home');
    await expect(element).toBeAccessible();
  });

  it('goes to a page without leaving the document', async () => {
    const element = await shown();
    const click = new MouseEvent('click', { cancelable: true });
    find(element, '[data-name="Home"]').dispatchEvent(click);
    expect(went).toEqual([{ type: 'comm__namedPage', attributes: { name: 'Home' } }]);
    expect(click.defaultPrevented).toBe(true);
  });

  it('leaves a click for a new tab to the browser', async () => {
    const element = await shown();
    const click = new MouseEvent('click', { cancelable: true, ctrlKey: true });
    find(element, '[data-name="Home"]').dispatchEvent(click);
    expect(went).toEqual([]);
    expect(click.defaultPrevented).toBe(false);
  });

  it('logs out where the site has its log-in endpoints', async () => {
    const element = await shown();
    expect(find(element, '[data-action="log-out"]').getAttribute('href')).toBe('/partnersvforcesite/secur/logout.jsp');
  });

  it('opens and closes its menu, by Escape too, and closes it on another page', async () => {
    // GIVEN the menu of a narrow screen
    const element = await shown();
    const states = [menu(element).getAttribute('aria-expanded')];
    const note = async (): Promise<void> => {
      await settled();
      states.push(menu(element).getAttribute('aria-expanded'));
    };
    // WHEN it is opened, left by Escape, opened again, and another page comes
    menu(element).click();
    await note();
    await expect(element).toBeAccessible();
    press(find(element, '[data-name="Home"]'), 'Escape');
    await note();
    expect(element.shadowRoot!.activeElement).toBe(menu(element));
    menu(element).click();
    await note();
    (CurrentPageReference as unknown as TestAdapter).emit({ type: 'comm__namedPage', attributes: { name: 'Home' } });
    await note();
    // THEN it says each time whether it is open
    expect(states).toEqual(['false', 'true', 'false', 'true', 'false']);
  });
});
