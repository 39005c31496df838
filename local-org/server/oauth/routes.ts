/** OAuth as clients use it: password grant, revocation, user info, the identity URL. */
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';

/** The form OAuth errors take: https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_flow_errors.htm */
function oauthError(error: string, description: string): OrgResponse {
  return { status: 400, json: { error, error_description: description } };
}

function identityUrl(request: OrgRequest, platform: Platform, userId: string): string {
  return `${request.origin}/id/${platform.security.organizationId}/${userId}`;
}

function token(request: OrgRequest, platform: Platform): OrgResponse {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const value = (name: string): string => form.get(name) ?? request.query.get(name) ?? '';
  const grant = value('grant_type');
  if (grant !== 'password') return oauthError('unsupported_grant_type', `grant type not supported: ${grant || 'none given'}; send grant_type=password`);
  if (!value('username') || !value('password')) return oauthError('invalid_request', 'username and password are required');
  const userId = platform.database.transaction(() => platform.security.authenticate(value('username'), value('password')));
  if (!userId) return oauthError('invalid_grant', 'authentication failure');
  return {
    status: 200,
    json: {
      access_token: platform.database.transaction(() => platform.security.createSession(userId)),
      instance_url: request.origin,
      id: identityUrl(request, platform, userId),
      token_type: 'Bearer',
      issued_at: String(platform.clock.now()),
      signature: '',
    },
  };
}

function identity(request: OrgRequest, platform: Platform): OrgResponse {
  const user = platform.security.user(request.userId);
  const base = request.origin;
  return {
    status: 200,
    json: {
      id: identityUrl(request, platform, user.id), asserted_user: true, user_id: user.id, organization_id: platform.security.organizationId, sub: identityUrl(request, platform, user.id),
      username: user.username, preferred_username: user.username, nick_name: user.username, display_name: user.name, name: user.name, email: user.email, email_verified: true,
      active: user.isActive, is_active: user.isActive, user_type: user.userType, language: user.language, locale: user.locale, zoneinfo: user.timeZone, utcOffset: 0,
      urls: { rest: `${base}/services/data/v{version}/`, sobjects: `${base}/services/data/v{version}/sobjects/`, query: `${base}/services/data/v{version}/query/`, recent: `${base}/services/data/v{version}/recent/`, tooling_rest: `${base}/services/data/v{version}/tooling/`, profile: `${base}/${user.id}`, enterprise: `${base}/services/Soap/c/{version}/`, partner: `${base}/services/Soap/u/{version}/`, metadata: `${base}/services/Soap/m/{version}/`, custom_domain: base },
    },
  };
}

function revoke(request: OrgRequest, platform: Platform): OrgResponse {
  const value = new URLSearchParams(request.body.toString('utf8')).get('token') ?? request.query.get('token') ?? '';
  platform.database.transaction(() => platform.security.endSession(value));
  return { status: 200, body: '' };
}

export const oauthRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/services/oauth2/token', access: 'none', handle: token },
  { method: 'GET', pattern: '/services/oauth2/userinfo', access: 'token', handle: identity },
  { method: 'POST', pattern: '/services/oauth2/userinfo', access: 'token', handle: identity },
  { method: 'POST', pattern: '/services/oauth2/revoke', access: 'none', handle: revoke },
  { method: 'GET', pattern: '/services/oauth2/revoke', access: 'none', handle: revoke },
  { method: 'GET', pattern: '/id/:organization/:user', access: 'token', handle: identity },
];
