import { loadOrg, NotModelledError } from '../../schema';
import { Pages, type PageResponse, type Viewer } from '../pages';
import { app, component, DEPOT, item, PLAIN, project, removeProjects, viewer } from './support/project';

const open = (pages: Pages, path: string, who: Viewer = viewer()): PageResponse => {
  const url = new URL(path, 'http://localhost');
  const answer = pages.answer({ path: url.pathname, query: url.searchParams, viewer: who });
  if ('redirect' in answer) throw new Error(`redirected to ${answer.redirect}`);
  return answer;
};

const yard = (items: string): Pages => new Pages(project({ ...component(PLAIN), ...app(items) }));

afterAll(removeProjects);

describe('apps and tabs', () => {
  const pages = new Pages(loadOrg({ projectDir: DEPOT }));

  it('GIVEN an app WHEN its address is opened THEN it leads to its first visible tab', () => {
    const query = new URLSearchParams();
    expect(pages.answer({ path: '/lightning/app/Depot', query, viewer: viewer() })).toEqual({ redirect: '/lightning/app/Depot/Depot_Overview' });
    expect(pages.answer({ path: '/lightning/app/Depot', query, viewer: viewer({ canSeeTab: (tab) => tab !== 'Depot_Overview' }) })).toEqual({ redirect: '/lightning/app/Depot/Shipment__c' });
  });

  it('GIVEN a tab with a Lightning page WHEN opened THEN its component stands in its region with typed properties', () => {
    const { page, shell, reference } = open(pages, '/lightning/app/Depot/Depot_Overview');
    expect(page.regions['main']).toEqual([{ id: 'c_shipmentList', name: 'c/shipmentList', props: { maximum: 20 } }]);
    expect(shell).toMatchObject({ kind: 'console', activeTab: 'Depot_Overview', app: { name: 'Depot', color: '#2E6F40' } });
    expect(reference).toEqual({ type: 'standard__navItemPage', attributes: { apiName: 'Depot_Overview' }, state: {} });
  });

  it('GIVEN a user without the app WHEN it is opened THEN the page is not available', () => {
    expect(() => open(pages, '/lightning/app/Depot/Depot_Overview', viewer({ canSeeApp: () => false }))).toThrow("This page isn't available");
  });

  it('GIVEN a user without the object WHEN its list or a record is opened THEN the page is not available and no tab leads there', () => {
    const blind = viewer({ canReadObject: (name) => name !== 'Shipment__c' });
    expect(() => open(pages, '/lightning/o/Shipment__c/list', blind)).toThrow("This page isn't available");
    const { shell } = open(pages, '/lightning/app/Depot/Depot_Overview', blind);
    expect(shell.kind === 'console' && shell.tabs.map((tab) => tab.name)).toEqual(['Depot_Overview', 'standard-Account']);
  });

  it('GIVEN an external user WHEN a console address is opened THEN the page is not available', () => {
    expect(() => open(pages, '/lightning/app/Depot/Depot_Overview', viewer({ external: true }))).toThrow("This page isn't available");
  });

  it('GIVEN who logs in WHEN asked where to THEN staff go to their first app, partners to the site', () => {
    expect(pages.landing(viewer())).toBe('/lightning/app/Depot');
    expect(pages.landing(viewer({ external: true }))).toBe('/depot/');
    expect(pages.landing(viewer({ canSeeApp: () => false }))).toBeUndefined();
  });
});

describe('record pages', () => {
  const org = loadOrg({ projectDir: DEPOT });
  const pages = new Pages(org);
  const id = (object: string): string => `${org.object(object)!.keyPrefix}000000000001AAA`;

  it('GIVEN an object whose page is overridden WHEN a record is opened THEN that page shows with the record', () => {
    const { page } = open(pages, `/lightning/r/Shipment__c/${id('Shipment__c')}/view`);
    expect(page).toMatchObject({ recordId: id('Shipment__c'), objectApiName: 'Shipment__c' });
    expect(page.regions['sidebar']?.map((node) => node.name)).toEqual(['c/shipmentPanel']);
    const tabs = page.regions['main']?.[0]?.slots?.['tabs'];
    expect(tabs?.map((tab) => tab.slots?.['body']?.map((node) => node.name))).toEqual([['force:detailPanel'], ['force:relatedListContainer']]);
  });

  it('GIVEN an object without a page WHEN a record is opened THEN highlights, details and related lists are made from the model', () => {
    const { page } = open(pages, `/lightning/r/Account/${id('Account')}/view`);
    expect(page.template).toBe('flexipage:recordHomeTemplateDesktop');
    expect(page.regions['header']?.[0]).toMatchObject({ name: 'force:highlightsPanel', props: { fields: expect.arrayContaining(['Name']) } });
  });

  it('GIVEN a layout WHEN details are drawn THEN its sections and fields are', () => {
    const { page } = open(pages, `/lightning/r/Shipment__c/${id('Shipment__c')}/view`);
    const detail = page.regions['main']![0]!.slots!['tabs']![0]!.slots!['body']![0]!;
    const [first] = detail.props['sections'] as { label: string; columns: string[][] }[];
    expect(first?.label).toBe('Information');
    expect(first?.columns[0]).toContain('Status__c');
  });
});

describe('what a page may not hold', () => {
  it('GIVEN a standard component that is not modelled WHEN pages are read THEN it is refused by name at its place', () => {
    const read = (): Pages => yard(`\n${item('flexipage:reportChart')}`);
    expect(read).toThrow(NotModelledError);
    expect(read).toThrow(/Yard_Home\.flexipage-meta\.xml:\d+:\d+ .*flexipage:reportChart/);
  });

  it.each([
    ['a component that does not exist', item('bord'), /design time component information for component c:bord/],
    ['a property that is not declared', item('board', { colour: 'red' }), /c:board has no property "colour"/],
    ['a value of the wrong type', item('board', { size: 'large' }), /"size" has the value "large", which is not of type Integer/],
    ['a facet that does not exist', item('flexipage:tabset', { tabs: 'nowhere' }), /the facet "nowhere", which does not exist/],
    ['a component twice', item('board') + item('board'), /Duplicate identifier "board"/],
    ['script in rich text', item('flexipage:richText', { richTextValue: '&lt;img src="x" onerror="alert(1)"&gt;' }), /may not contain the attribute onerror/],
    ['a visibility rule on a missing permission', item('board', {}, '<visibilityRule><criteria><leftValue>{!$Permission.CustomPermission.None}</leftValue><operator>EQUAL</operator><rightValue>true</rightValue></criteria></visibilityRule>'), /Custom permission "None" does not exist/],
  ])('GIVEN %s WHEN pages are read THEN the error says so', (_what, items, message) => {
    expect(() => yard(items)).toThrow(message);
  });

  it('GIVEN properties of declared types WHEN the page is opened THEN they arrive as numbers and booleans', () => {
    const pages = yard(item('board', { size: '7', open: 'true' }));
    expect(open(pages, '/lightning/n/Yard_Home').page.regions['main']?.[0]?.props).toEqual({ size: 7, open: true });
  });
});
