import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrg } from '../../schema';
import { Pages, type PageResponse } from '../pages';
import { findRoute } from '../pages/site/resolve';
import { DEPOT, viewer } from './support/project';

const SITE = 'force-app/main/default/digitalExperiences/site/Depot_Desk1';
const pages = new Pages(loadOrg({ projectDir: DEPOT }));
const partner = viewer({ external: true });

const open = (path: string, who = partner): PageResponse => pages.answer({ path, query: new URLSearchParams(), viewer: who }) as PageResponse;

/** The depot with one file of its site changed. */
function changed(file: string, change: (text: string) => string): () => Pages {
  return () => {
    const dir = mkdtempSync(join(tmpdir(), 'web-site-'));
    try {
      cpSync(DEPOT, dir, { recursive: true });
      const path = join(dir, SITE, file);
      writeFileSync(path, change(readFileSync(path, 'utf8')));
      return new Pages(loadOrg({ projectDir: dir }));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  };
}

describe('a site', () => {
  it('GIVEN the site\'s address WHEN opened THEN the home view stands in its theme layout', () => {
    const { page, shell, reference } = open('/depot/');
    expect(reference).toEqual({ type: 'comm__namedPage', attributes: { name: 'Home' }, state: {} });
    expect(shell).toMatchObject({ kind: 'site', basePath: '/depot', label: 'Depot Desk' });
    const [section] = page.regions['content']!;
    expect(section).toMatchObject({ name: 'community_layout:section', props: { columns: [{ width: 12 }] } });
    const names = Object.values(section!.slots!).flat().map((node) => node.name);
    expect(names).toContain('c/shipmentList');
  });

  it('GIVEN a custom page WHEN its prefix is opened in any case THEN its view shows', () => {
    expect(open('/depot/SHIPMENTS').reference.attributes).toEqual({ name: 'Shipments__c' });
  });

  it('GIVEN an address without a route WHEN opened THEN the error page shows', () => {
    expect(open('/depot/nowhere').reference.attributes).toEqual({ name: 'Error' });
  });

  it('GIVEN somebody who is no member WHEN the site is opened THEN access is refused', () => {
    expect(() => open('/depot/', viewer({ isMember: () => false }))).toThrow('You are no member of Depot Desk.');
  });

  it('GIVEN a page for what the local org lacks WHEN opened THEN it is refused by name, WHEN not opened THEN the site works', () => {
    expect(() => open('/depot/ForgotPassword')).toThrow(/does not model the site component community_login:forgotPassword/);
  });

  it('GIVEN the log-in view WHEN the form is drawn THEN it has the view\'s texts', () => {
    const own = changed('sfdc_cms__view/login/content.json', (text) => text.replace('"selfRegisterLabel": "",', '"usernameLabel": "Dein Name", "loginButtonLabel": "Anmelden", "passwordLabel": "",'));
    expect(own().sites[0]!.login).toEqual({ usernameLabel: 'Dein Name', submitLabel: 'Anmelden' });
  });
});

describe('object routes', () => {
  const view = { name: 'v', title: 'v', viewType: 'x', layoutType: 'Inner', nodes: [] };
  const route = (kind: string): object => ({ name: kind, routeType: `${kind}-Shipment__c`, urlPrefix: 'shipment', view, public: false, objectApiName: 'Shipment__c' });
  const site = { basePath: '/depot', routes: ['detail', 'list', 'relatedlist'].map(route) } as unknown as Parameters<typeof findRoute>[0];

  it.each([
    ['/depot/shipment', 'list', undefined],
    ['/depot/shipment/a01000000000001AAA', 'detail', 'a01000000000001AAA'],
    ['/depot/shipment/a01000000000001AAA/some-name', 'detail', 'a01000000000001AAA'],
    ['/depot/shipment/related/a01000000000001AAA/Parcels__r', 'relatedlist', 'a01000000000001AAA'],
  ])('GIVEN %s WHEN resolved THEN it is the %s page', (path, name, recordId) => {
    const found = findRoute(site, path);
    expect(found?.route.name).toBe(name);
    expect(found?.recordId).toBe(recordId);
  });
});

describe('a faulty site', () => {
  it('GIVEN content that is not JSON WHEN read THEN the error has file, line and column', () => {
    expect(changed('sfdc_cms__view/home/content.json', (text) => text.replace('"type"', 'type'))).toThrow(/sfdc_cms__view\/home\/content\.json:\d+:\d+ The content is not JSON/);
  });

  it('GIVEN an unknown component WHEN read THEN it is refused by name at its place', () => {
    expect(changed('sfdc_cms__view/home/content.json', (text) => text.replace('community_builder:htmlEditor', 'community_builder:carousel'))).toThrow(/home\/content\.json:32:\d+ .*community_builder:carousel/);
  });

  it('GIVEN a route to a view that is not there WHEN read THEN the error names it', () => {
    expect(changed('sfdc_cms__route/Home/content.json', (text) => text.replace('"home"', '"hone"'))).toThrow(/The route's view "hone" does not exist/);
  });

  it('GIVEN script in a page\'s markup WHEN read THEN it is refused', () => {
    expect(changed('sfdc_cms__view/home/content.json', (text) => text.replace(/"richTextValue": "[^"]*"/, '"richTextValue": "<script>alert(1)</script>"'))).toThrow(/Rich text may not contain <script>/);
  });
});
