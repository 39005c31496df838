import { PlatformError } from '../../schema';
import type { OrgRequest, Platform } from '../../server';
import { callApex } from '../http/apex';
import { bundleAsset, designSystemFile } from '../http/assets';
import { escapeHtml, jsonForScript, loginDocument, PAGE_HEADERS } from '../http/html';
import { login, loginPage, logout } from '../http/login';
import { pageDocument, type PageServer } from '../http/pages';
import { localPath } from '../http/session';

jest.mock('../../server', () => ({
  apiErrorOf: (failure: unknown) => (failure instanceof PlatformError ? { errorCode: failure.code, message: failure.message } : { errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' }),
}));

const ORIGIN = 'http://127.0.0.1:8080';
const request = (differs: Partial<OrgRequest> = {}): OrgRequest => ({ method: 'GET', path: '/', params: {}, query: new URLSearchParams(), headers: {}, body: Buffer.alloc(0), json: () => ({}), userId: 'u1', token: 't', apiVersion: 66, origin: ORIGIN, ...differs });

const ended: string[] = [];
const platform = {
  security: {
    user: (id: string) => ({ id, profileName: 'Standard User', contactId: null, name: 'Ada' }),
    sessionUser: (token: string) => (token === 'good' ? 'u1' : undefined),
    authenticate: (name: string, password: string) => (name === 'ada' && password === 'right' ? 'u1' : undefined),
    createSession: () => 'good',
    endSession: (token: string) => void ended.push(token),
  },
  apex: {
    auraMethod: (_class: string, method: string) => ({ list: { cacheable: true }, save: { cacheable: false } })[method],
    callAura: (userId: string, className: string, method: string, args: object) => {
      if ('bad' in args) throw new PlatformError('APEX_ERROR', 'Pick another one.');
      return { userId, className, method, args };
    },
  },
} as unknown as Platform;

const server = { pages: { siteOf: () => undefined, landing: () => '/lightning/app/Yard' }, manifest: { scripts: ['main-1.js'], styles: ['style-1.css'] }, log: () => undefined } as unknown as PageServer;

describe('documents', () => {
  it('GIVEN text with markup WHEN written into a page THEN it is text', () => {
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
    expect(loginDocument({ title: '', heading: '', usernameLabel: '', passwordLabel: '', submitLabel: '', username: '"><script>' }, [])).not.toContain('<script>');
  });

  it('GIVEN data that ends a script WHEN written into one THEN it cannot', () => {
    const text = jsonForScript({ label: '</script><!--' });
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual({ label: '</script><!--' });
  });

  it('GIVEN any page WHEN sent THEN its policy lets no script stand in it', () => {
    const policy = PAGE_HEADERS['Content-Security-Policy']!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

describe('logging in', () => {
  const post = (form: Record<string, string>, headers: Record<string, string> = { origin: ORIGIN }): OrgRequest => request({ method: 'POST', headers, body: Buffer.from(new URLSearchParams(form).toString()) });

  it('GIVEN the right pair WHEN sent THEN a session cookie that scripts cannot read leads to the landing page', () => {
    const response = login(server, post({ username: ' ada ', password: 'right' }), platform);
    expect(response).toMatchObject({ status: 303, headers: { Location: '/lightning/app/Yard', 'Set-Cookie': 'sid=good; Path=/; HttpOnly; SameSite=Strict' } });
  });

  it.each([['ada', 'wrong'], ['nobody', 'right']])('GIVEN %s with %s WHEN sent THEN the same error answers and no cookie', (username, password) => {
    const response = login(server, post({ username, password }), platform);
    expect(response.status).toBe(401);
    expect(response.headers?.['Set-Cookie']).toBeUndefined();
    expect(response.body).toContain('Check your username and password');
  });

  it.each([[{ origin: 'http://evil.example' }], [{ 'sec-fetch-site': 'cross-site' }]])('GIVEN a form on another site (%j) WHEN sent THEN it is refused', (headers) => {
    expect(() => login(server, post({ username: 'ada', password: 'right' }, headers as Record<string, string>), platform)).toThrow('another site');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/a\nb', ''])('GIVEN the start address %j WHEN followed THEN it is not', (path) => {
    expect(localPath(path)).toBeUndefined();
  });

  it('GIVEN a start address of this server WHEN logged in THEN it is followed', () => {
    expect(login(server, post({ username: 'ada', password: 'right', startURL: '/lightning/o/Account/list?a=b' }), platform).headers?.['Location']).toBe('/lightning/o/Account/list?a=b');
  });

  it('GIVEN no session WHEN a page is opened THEN the log-in page follows, with the way back', () => {
    const response = pageDocument(server, request({ path: '/lightning/app/Yard', headers: { cookie: 'sid=stale' } }), platform);
    expect(response).toMatchObject({ status: 303, headers: { Location: '/?startURL=%2Flightning%2Fapp%2FYard' } });
  });

  it('GIVEN a session WHEN the log-in page is opened THEN it leads on; WHEN logged out THEN the session ends', () => {
    const headers = { cookie: 'a=b; sid=good' };
    expect(loginPage(server, request({ headers }), platform).headers?.['Location']).toBe('/lightning/app/Yard');
    expect(logout(server, request({ headers }), platform).headers?.['Set-Cookie']).toContain('Max-Age=0');
    expect(ended).toEqual(['good']);
  });
});

describe('Apex calls', () => {
  const call = (method: string, args: object, differs: Partial<OrgRequest> = {}): ReturnType<typeof callApex> =>
    callApex(request({ method: 'POST', params: { class: 'Yard', method }, body: Buffer.from('x'), json: () => args, headers: { origin: ORIGIN }, ...differs }), platform, () => undefined);

  it('GIVEN a method WHEN called THEN it runs as the session\'s user and its value comes back', () => {
    expect(call('save', { a: 1 })).toEqual({ status: 200, json: { returnValue: { userId: 'u1', className: 'Yard', method: 'save', args: { a: 1 } } } });
  });

  it('GIVEN a wire on a method that is not cacheable WHEN called THEN it is refused', () => {
    expect(call('save', {}, { query: new URLSearchParams('cacheable=true') })).toMatchObject({ status: 400 });
  });

  it('GIVEN an exception for the user WHEN thrown THEN its message is the body\'s', () => {
    expect(call('save', { bad: 1 })).toMatchObject({ status: 500, json: { message: 'Pick another one.' } });
  });

  it('GIVEN an unknown method, arguments that are no object, another site WHEN called THEN each is refused', () => {
    expect(call('none', {}).status).toBe(404);
    expect(call('save', []).status).toBe(400);
    expect(call('save', {}, { headers: { origin: 'http://evil.example' } }).status).toBe(403);
  });
});

describe('files', () => {
  it.each(['../manifest.json', '..%2Fx.js', '/etc/passwd', 'manifest.json'])('GIVEN the asset name %s WHEN asked for THEN it is not found', (name) => {
    expect(() => bundleAsset(__dirname, request({ params: { name } }))).toThrow('does not exist');
  });

  it('GIVEN a path out of the design system WHEN asked for THEN it is not found', () => {
    expect(() => designSystemFile('icons', request({ params: { rest: '../../package.json' } }))).toThrow('does not exist');
    expect(designSystemFile('icons', request({ params: { rest: 'utility-sprite/svg/symbols.svg' } })).headers?.['Content-Type']).toBe('image/svg+xml');
  });
});
