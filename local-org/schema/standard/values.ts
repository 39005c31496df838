/** Picklist values that several standard objects share, as a new English org has them. */
export const SALUTATIONS = 'Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.';
export const INDUSTRIES =
  'Agriculture|Apparel|Banking|Biotechnology|Chemicals|Communications|Construction|Consulting|Education|Electronics|Energy|Engineering|Entertainment|Environmental|Finance|Food & Beverage|Government|Healthcare|Hospitality|Insurance|Machinery|Manufacturing|Media|Not For Profit|Recreation|Retail|Shipping|Technology|Telecommunications|Transportation|Utilities|Other';
export const RATINGS = 'Hot|Warm|Cold';
export const LEAD_SOURCES = 'Web|Phone Inquiry|Partner Referral|Purchased List|Other';
export const LANGUAGES = 'zh_CN=Chinese (Simplified)|zh_TW=Chinese (Traditional)|da=Danish|nl_NL=Dutch|en_US=English|fi=Finnish|fr=French|de=German|it=Italian|ja=Japanese|ko=Korean|no=Norwegian|pt_BR=Portuguese (Brazil)|ru=Russian|es=Spanish|es_MX=Spanish (Mexico)|sv=Swedish|th=Thai|vi=Vietnamese|en_GB=English (UK)|pl=Polish';
export const LOCALES = 'en_US=English (United States)|en_GB=English (United Kingdom)|en_IE=English (Ireland)|en_IN=English (India)|en_AU=English (Australia)|de_DE=German (Germany)|de_AT=German (Austria)|de_CH=German (Switzerland)|fr_FR=French (France)|es_ES=Spanish (Spain)|it_IT=Italian (Italy)|nl_NL=Dutch (Netherlands)|pl_PL=Polish (Poland)|pt_BR=Portuguese (Brazil)|ja_JP=Japanese (Japan)|zh_CN=Chinese (China)|vi_VN=Vietnamese (Vietnam)|ko_KR=Korean (South Korea)';
export const TIME_ZONES =
  'Pacific/Honolulu|America/Los_Angeles|America/Denver|America/Chicago|America/New_York|America/Sao_Paulo|UTC=GMT|GMT|Europe/London|Europe/Dublin|Europe/Lisbon|Europe/Berlin|Europe/Paris|Europe/Madrid|Europe/Rome|Europe/Amsterdam|Europe/Zurich|Europe/Vienna|Europe/Warsaw|Europe/Stockholm|Europe/Athens|Africa/Johannesburg|Asia/Dubai|Asia/Kolkata|Asia/Bangkok|Asia/Ho_Chi_Minh|Asia/Saigon|Asia/Shanghai|Asia/Singapore|Asia/Hong_Kong|Asia/Tokyo|Asia/Seoul|Australia/Sydney|Pacific/Auckland';
export const ENCODINGS = 'UTF-8=Unicode (UTF-8)|ISO-8859-1=General US & Western Europe (ISO-8859-1, ISO-LATIN-1)|Shift_JIS=Japanese (Shift-JIS)|EUC-JP=Japanese (EUC)|ks_c_5601-1987=Korean (ks_c_5601-1987)|Big5=Traditional Chinese (Big5)|GB2312=Simplified Chinese (GB2312)';
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Currencies of an org with several: the corporate one first. Which others are active is the org's own choice. */
export const CURRENCIES = '*USD=U.S. Dollar|EUR=Euro|GBP=British Pound|CNY=Chinese Yuan|JPY=Japanese Yen|VND=Vietnam Dong';

/** ISO 3166-1 countries with their English names, as state and country picklists bring them. */
export const COUNTRIES = isoCountries();

function isoCountries(): string {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  // Reserved or user-assigned codes that have a name but are no countries of ISO 3166-1.
  const reserved = new Set(['AC', 'AN', 'BU', 'CP', 'CQ', 'CS', 'DD', 'DG', 'EA', 'EU', 'EZ', 'FX', 'IC', 'NT', 'QO', 'SU', 'TA', 'TP', 'UK', 'UN', 'XA', 'XB', 'XK', 'YD', 'YU', 'ZR', 'ZZ']);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !reserved.has(code) && new Intl.Locale(`und-${code}`).region === code);
  return codes.flatMap((code) => (names.of(code) ? [`${code}=${names.of(code)}`] : [])).join('|');
}
