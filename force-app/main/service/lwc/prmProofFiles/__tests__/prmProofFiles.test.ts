import { base64Of, endingOf, LARGEST, refusalOf, sizeText, tellsTruth } from 'c/prmProofFiles';

jest.mock('@salesforce/label/c.PRM_UI_CLAIM_File_Too_Large', () => ({ default: '{0} has {1}, at most {2}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_File_Lies', () => ({ default: '{0} is no {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_File_Wrong_Kind', () => ({ default: '{0} is of no use: {1}' }), { virtual: true });

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const file = (name: string, bytes: readonly number[], size?: number): File => {
  const made = new File([new Uint8Array(bytes)], name);
  if (size !== undefined) Object.defineProperty(made, 'size', { value: size });
  return made;
};

describe('files that may be proofs', () => {
  it('are known by their first bytes, whatever their name says', async () => {
    expect(await refusalOf(file('invoice.pdf', PDF))).toBeUndefined();
    expect(await refusalOf(file('photo.PNG', PNG))).toBeUndefined();
    expect(await refusalOf(file('photo.png', PDF))).toBe('photo.png is no PNG');
    expect(await refusalOf(file('film.mp4', [0, 0, 0, 32, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]))).toBeUndefined();
  });

  it('have 25 MB at most: a file of 60 MB gets a sentence before a byte of it is read', async () => {
    expect(await refusalOf(file('film.pdf', PDF, 62_914_560))).toBe('film.pdf has 60 MB, at most 25');
    expect(await refusalOf(file('film.pdf', PDF, LARGEST))).toBeUndefined();
    expect(await refusalOf(file('film.pdf', PDF, LARGEST + 1))).toContain('at most 25');
  });

  it('are neither empty nor of a kind that proves nothing', async () => {
    expect(await refusalOf(file('empty.pdf', []))).toBe('c.PRM_UI_CLAIM_File_Empty');
    expect(await refusalOf(file('virus.exe', [0x4d, 0x5a]))).toMatch(/^virus.exe is of no use: .*\.pdf/);
    expect(await refusalOf(file('noending', PDF))).toContain('noending');
  });

  it('hold no byte 0 when they are texts, and all bytes of their beginning', () => {
    expect(tellsTruth('a.txt', new Uint8Array([0x61, 0x62]))).toBe(true);
    expect(tellsTruth('a.csv', new Uint8Array([0x61, 0x00]))).toBe(false);
    expect(tellsTruth('a.png', new Uint8Array(PNG.slice(0, 4)))).toBe(false);
  });

  it('travel as text', async () => {
    expect(await base64Of(file('invoice.pdf', PDF))).toBe('JVBERi0xLjc=');
    expect(endingOf('a.b.JPG')).toBe('jpg');
    expect(sizeText(1_572_864)).toBe('1.5 MB');
  });
});
