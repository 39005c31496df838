/** SOAP as far as clients log in with it: `login` of the partner API. Every other call is refused by name. */
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';

function escape(text: string): string {
  return text.replace(/[<>&'"]/g, (each) => `&#${each.charCodeAt(0)};`);
}

function unescape(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_all, decimal?: string, hex?: string, name?: string) =>
    decimal ? String.fromCodePoint(Number(decimal)) : hex ? String.fromCodePoint(parseInt(hex, 16)) : (named[name ?? ''] ?? '')
  );
}

function envelope(body: string, status = 200): OrgResponse {
  return {
    status,
    headers: { 'Content-Type': 'text/xml;charset=UTF-8' },
    body: `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com" xmlns:sf="urn:fault.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`,
  };
}

function fault(code: string, message: string): OrgResponse {
  return envelope(`<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${escape(`${code}: ${message}`)}</faultstring></soapenv:Fault>`, 500);
}

function partner(request: OrgRequest, platform: Platform): OrgResponse {
  const text = request.body.toString('utf8');
  const call = /<(?:\w+:)?Body[^>]*>\s*<(?:\w+:)?(\w+)/.exec(text)?.[1];
  if (call !== 'login') return fault('UNSUPPORTED_API_VERSION', `The local org does not model the SOAP call ${call ?? '(none found)'}. Use the REST API.`);
  const value = (name: string): string => unescape(new RegExp(`<(?:\\w+:)?${name}>([\\s\\S]*?)</`).exec(text)?.[1] ?? '');
  const userId = platform.database.transaction(() => platform.security.authenticate(value('username'), value('password')));
  if (!userId) return fault('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.');
  const session = platform.database.transaction(() => platform.security.createSession(userId));
  const user = platform.security.user(userId);
  const server = `${request.origin}/services/Soap/u/${request.params['version']}/${platform.security.organizationId}`;
  return envelope(
    `<loginResponse><result><metadataServerUrl>${server.replace('/u/', '/m/')}</metadataServerUrl><passwordExpired>false</passwordExpired><sandbox>false</sandbox><serverUrl>${server}</serverUrl><sessionId>${escape(session)}</sessionId><userId>${userId}</userId>` +
      `<userInfo><organizationId>${platform.security.organizationId}</organizationId><userEmail>${escape(user.email)}</userEmail><userFullName>${escape(user.name)}</userFullName><userId>${userId}</userId><userName>${escape(user.username)}</userName><userType>${escape(user.userType)}</userType><userLanguage>${user.language}</userLanguage><userLocale>${user.locale}</userLocale><userTimeZone>${user.timeZone}</userTimeZone><sessionSecondsValid>7200</sessionSecondsValid></userInfo></result></loginResponse>`
  );
}

export const soapRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/services/Soap/u/:version', access: 'none', handle: partner },
  { method: 'POST', pattern: '/services/Soap/u/:version/:organization', access: 'none', handle: partner },
];
