/** Leads of the demo: made by a seeded generator, the same on every run. */
import { Faker, de, en, vi, zh_CN, base } from '@faker-js/faker';
import type { SeedRecord } from '../../load/records';
import { PRODUCTS, SERVED } from './partners';

const LOCALES = { DE: de, VN: vi, CN: zh_CN, US: en } as const;
const COUNTRY = { DE: 'Germany', VN: 'Vietnam', CN: 'China', US: 'United States' } as const;
const LANGUAGE = { DE: 'de', VN: 'vi', CN: 'zh', US: 'en' } as const;
const SOURCES = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List'] as const;

export interface DemoLeadOptions { readonly count: number; readonly seed: number; }

/** New leads that the demo's rules serve. */
export function demoLeads({ count, seed }: DemoLeadOptions): SeedRecord[] {
  return Array.from({ length: count }, (_unused, index) => {
    const code = SERVED[index % SERVED.length] ?? 'DE';
    const faker = new Faker({ locale: [LOCALES[code], en, base], seed: seed * 100_000 + index });
    const company = faker.company.name();
    const first = faker.person.firstName();
    const last = faker.person.lastName();
    return {
      key: `demo:lead:${String(index + 1).padStart(4, '0')}`,
      fields: {
        FirstName: first,
        LastName: last,
        Company: company,
        Email: `${faker.string.alphanumeric({ length: 8, casing: 'lower' })}@customer.example`,
        Phone: faker.phone.number({ style: 'international' }).slice(0, 40),
        City: faker.location.city(),
        Country: COUNTRY[code],
        LeadSource: SOURCES[index % SOURCES.length] as string,
        NumberOfEmployees: faker.number.int({ min: 5, max: 4000 }),
        PRM_Country_Code__c: code,
        PRM_Language__c: LANGUAGE[code],
        PRM_Product__c: PRODUCTS[Math.floor(index / SERVED.length) % PRODUCTS.length] as string,
        PRM_Value__c: faker.number.int({ min: 2, max: 400 }) * 500,
      },
    };
  });
}

/** Leads that nobody can be offered, one for each common reason. */
export function unroutableLeads(): SeedRecord[] {
  const lead = (key: string, fields: SeedRecord['fields']): SeedRecord => ({ key: `demo:unroutable:${key}`, fields: { FirstName: 'Alex', LeadSource: 'Web', PRM_Product__c: 'Pump Station', ...fields } });
  return [
    lead('no-country', { LastName: 'Moreau', Company: 'Atelier sans adresse' }),
    lead('no-rule', { LastName: 'Haugen', Company: 'Fjord Drift AS', Country: 'Norway', PRM_Country_Code__c: 'NO' }),
    lead('no-partner', { LastName: 'Gruber', Company: 'Gruber Kälte GmbH', Country: 'Austria', PRM_Country_Code__c: 'AT' }),
    lead('no-competency', { LastName: 'Brandt', Company: 'Brandt Logistik', Country: 'Germany', PRM_Country_Code__c: 'DE', PRM_Product__c: 'Tidal Turbine' }),
  ];
}
