/**
 * The partners of the demo: companies that do not exist, two in each of four countries, two people each.
 * Both partners of a country have one tier, so that each has half of its country's leads as fair share.
 */

export interface DemoPerson { readonly first: string; readonly last: string; readonly manager: boolean; }
export interface DemoPartner {
  readonly key: string;
  readonly name: string;
  readonly country: string;
  readonly countryCode: string;
  readonly city: string;
  readonly tier: 'Registered' | 'Silver' | 'Gold';
  readonly type: string;
  readonly languages: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly skills: readonly string[];
  readonly people: readonly [DemoPerson, DemoPerson];
}

export const PRODUCTS = ['Pump Station', 'Cold Store', 'Solar Roof', 'Fleet Charger'] as const;

const person = (first: string, last: string, manager = false): DemoPerson => ({ first, last, manager });

export const PARTNERS: readonly DemoPartner[] = [
  { key: 'rheinwerk', name: 'Rheinwerk Technik GmbH', country: 'Germany', countryCode: 'DE', city: 'Köln', tier: 'Gold', type: 'Reseller', languages: 'de;en', locale: 'de_DE', timeZone: 'Europe/Berlin', skills: PRODUCTS, people: [person('Jana', 'Albrecht', true), person('Timo', 'Kessler')] },
  { key: 'nordlicht', name: 'Nordlicht Anlagenbau KG', country: 'Germany', countryCode: 'DE', city: 'Kiel', tier: 'Gold', type: 'Service Partner', languages: 'de;en', locale: 'de_DE', timeZone: 'Europe/Berlin', skills: PRODUCTS, people: [person('Merle', 'Petersen', true), person('Ole', 'Hinrichs')] },
  { key: 'songhong', name: 'Công ty Sông Hồng', country: 'Vietnam', countryCode: 'VN', city: 'Hà Nội', tier: 'Silver', type: 'Distributor', languages: 'vi;en', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', skills: PRODUCTS, people: [person('Linh', 'Nguyễn', true), person('Quân', 'Trần')] },
  { key: 'cuulong', name: 'Cửu Long Cooling JSC', country: 'Vietnam', countryCode: 'VN', city: 'Cần Thơ', tier: 'Silver', type: 'Reseller', languages: 'vi', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', skills: PRODUCTS, people: [person('Mai', 'Phạm', true), person('Đức', 'Lê')] },
  { key: 'haihe', name: 'Haihe Equipment Co.', country: 'China', countryCode: 'CN', city: 'Tianjin', tier: 'Registered', type: 'Distributor', languages: 'zh;en', locale: 'zh_CN', timeZone: 'Asia/Shanghai', skills: PRODUCTS, people: [person('Wei', 'Zhang', true), person('Na', 'Li')] },
  { key: 'lingnan', name: 'Lingnan Power Systems', country: 'China', countryCode: 'CN', city: 'Guangzhou', tier: 'Registered', type: 'Reseller', languages: 'zh', locale: 'zh_CN', timeZone: 'Asia/Shanghai', skills: PRODUCTS, people: [person('Jing', 'Chen', true), person('Hao', 'Liang')] },
  { key: 'cascade', name: 'Cascade Supply Inc.', country: 'United States', countryCode: 'US', city: 'Portland', tier: 'Gold', type: 'Reseller', languages: 'en;es', locale: 'en_US', timeZone: 'America/Los_Angeles', skills: PRODUCTS, people: [person('Rosa', 'Delgado', true), person('Ben', 'Whitaker')] },
  { key: 'prairie', name: 'Prairie Field Services LLC', country: 'United States', countryCode: 'US', city: 'Omaha', tier: 'Gold', type: 'Service Partner', languages: 'en', locale: 'en_US', timeZone: 'America/Chicago', skills: PRODUCTS, people: [person('Holly', 'Jensen', true), person('Marcus', 'Boyd')] },
];

export const TIERS = [
  { key: 'registered', name: 'Registered', rank: 1, weight: 1 },
  { key: 'silver', name: 'Silver', rank: 2, weight: 1.5 },
  { key: 'gold', name: 'Gold', rank: 3, weight: 2 },
] as const;

export const RULES = [
  { key: 'de', name: 'Germany', order: 10, countries: 'DE', hours: 24, businessHours: true },
  { key: 'vn', name: 'Vietnam', order: 20, countries: 'VN', hours: 24, businessHours: true },
  { key: 'cn', name: 'China', order: 30, countries: 'CN', hours: 48, businessHours: false },
  { key: 'us', name: 'United States', order: 40, countries: 'US', hours: 8, businessHours: true },
  // No partner serves Austria yet: its leads wait, with the reason.
  { key: 'at', name: 'Austria', order: 50, countries: 'AT', hours: 24, businessHours: true },
] as const;

/** Countries that partners serve, in the order of the rules. */
export const SERVED = ['DE', 'VN', 'CN', 'US'] as const;
