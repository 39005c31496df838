/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_userinfo.htm */
import type { Execution, PlatformClass } from '../../runtime/types';
import { required } from '../../runtime/values';
import { zoneOf } from '../time/time';

const me = (x: Execution): ReturnType<Execution['services']['security']['user']> => x.services.security.user(x.userId);
const userField = (x: Execution, field: string): string | null => (x.database.query(`SELECT ${field} FROM User WHERE Id = :id`, { userId: x.userId, mode: 'system', sharing: false }, { binds: { id: x.userId } }).rows[0]?.values[field] as string | undefined) ?? null;
const organization = (x: Execution, field: string): string | null => (x.database.query(`SELECT ${field} FROM Organization LIMIT 1`, { userId: x.userId, mode: 'system', sharing: false }).rows[0]?.values[field] as string | undefined) ?? null;

export const USER_INFO: PlatformClass = {
  name: 'UserInfo',
  members: {
    'static String getFirstName()': (x) => userField(x, 'FirstName'),
    'static String getLanguage()': (x) => me(x).language,
    'static String getLastName()': (x) => userField(x, 'LastName'),
    'static String getLocale()': (x) => me(x).locale,
    'static String getName()': (x) => me(x).name,
    'static String getOrganizationId()': (x) => x.services.security.organizationId,
    'static String getOrganizationName()': (x) => organization(x, 'Name'),
    'static String getProfileId()': (x) => me(x).profileId,
    'static TimeZone getTimeZone()': (x) => zoneOf(me(x).timeZone),
    'static String getUiTheme()': () => 'Theme4d',
    'static String getUiThemeDisplayed()': () => 'Theme4d',
    'static String getUserEmail()': (x) => me(x).email,
    'static String getUserId()': (x) => x.userId,
    'static String getUserName()': (x) => me(x).username,
    'static String getUserRoleId()': (x) => me(x).roleId,
    'static String getUserType()': (x) => me(x).userType,
    // A new org's currency; other corporate currencies are not modelled.
    'static String getDefaultCurrency()': (x) => (x.org.object('User')?.field('DefaultCurrencyIsoCode') ? (userField(x, 'DefaultCurrencyIsoCode') ?? 'USD') : 'USD'),
    'static Boolean isMultiCurrencyOrganization()': (x) => x.org.object('CurrencyType') !== undefined,
  },
};

export const FEATURE_MANAGEMENT: PlatformClass = {
  name: 'FeatureManagement',
  members: { 'static Boolean checkPermission(String name)': (x, name: string) => x.services.security.hasCustomPermission(x.userId, required(name)) },
};
