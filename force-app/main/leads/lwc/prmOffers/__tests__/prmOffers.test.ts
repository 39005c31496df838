import { companyOf, languageOf, placeOf, toneOf } from 'c/prmOffers';

describe('offers', () => {
  it('have a heading also without a company', () => {
    expect(companyOf({ company: 'Contoso' })).toBe('Contoso');
    expect(companyOf({ company: null })).toBe('c.PRM_UI_Company_Unknown');
  });

  it('tell of the place what is known', () => {
    expect(placeOf({ city: 'Hanoi', countryCode: 'VN' })).toBe('Hanoi, Vietnam');
    expect(placeOf({ city: null, countryCode: 'VN' })).toBe('Vietnam');
    expect(placeOf({ city: 'Hanoi', countryCode: '?' })).toBe('Hanoi, ?');
  });

  it('name the language as the reader calls it', () => {
    expect(languageOf({ language: 'vi' })).toBe('Vietnamese');
    expect(languageOf({ language: null })).toBe('');
  });

  it('show a status that this version does not know without a colour', () => {
    expect(toneOf('Accepted')).toBe('success');
    expect(toneOf('Pondered')).toBe('neutral');
  });
});
