import PrmRegistrationUpload from 'c/prmRegistrationUpload';
import registerCsv from '@salesforce/apex/PrmRegistrationController.registerCsv';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { problem, registered } from '../../prmCoverage/__tests__/data/coverage';

jest.mock('@salesforce/apex/PrmRegistrationController.registerCsv', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_COV_Registered', () => ({ default: '{0} registered.' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_COV_Already', () => ({ default: '{0} before.' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_COV_Row_Column', () => ({ default: 'Row {0}, {1}' }), { virtual: true });

const sends = registerCsv as jest.Mock;

// Browsers have it, the document of the tests has not.
Object.assign(globalThis, { TextDecoder: require<{ TextDecoder: unknown }>('node:util').TextDecoder });

const shown = async (): Promise<HTMLElement> => {
  const element = mount('c-prm-registration-upload', PrmRegistrationUpload);
  await settled();
  return element;
};
/** A file as the browser gives it. */
const choose = async (element: HTMLElement, bytes: readonly number[], size = bytes.length): Promise<void> => {
  const input = find<HTMLInputElement>(element, '[data-control="file"]');
  const file = { size, arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) };
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  input.dispatchEvent(new CustomEvent('change'));
  await settled();
  await settled();
};
const text = (value: string): number[] => [...unescape(encodeURIComponent(value))].map((sign) => sign.charCodeAt(0));

afterEach(() => {
  unmountAll();
  jest.resetAllMocks();
});

describe('registration by a file', () => {
  it('tells what was registered and what is wrong, by row and column', async () => {
    const element = await shown();
    sends.mockResolvedValue(registered({ registered: 2, already: 1, problems: [problem({ position: 3, column: 'sold_on', message: 'No day.' })] }));
    await choose(element, text('serial,owner\nä,b'));
    expect(sends).toHaveBeenCalledWith({ csv: 'serial,owner\nä,b' });
    expect(textOf(find(element, '[data-summary]'))).toBe('2 registered. 1 before.');
    expect(textOf(find(element, '.problem'))).toBe('Row 3, sold_on No day.');
    await expect(element).toBeAccessible();
  });

  it('takes the mended file again', async () => {
    const element = await shown();
    sends.mockResolvedValue(registered({ registered: 0 }));
    await choose(element, text('a'));
    await choose(element, text('b'));
    expect(sends).toHaveBeenCalledTimes(2);
    expect(textOf(find(element, '[data-summary]'))).toBe('0 registered.');
    expect(findAll(element, '.problem')).toHaveLength(0);
  });

  it('reads what old spreadsheets write', async () => {
    const element = await shown();
    sends.mockResolvedValue(registered());
    await choose(element, [0x4d, 0xfc, 0x6c]);
    expect(sends).toHaveBeenCalledWith({ csv: 'Mül' });
  });

  it('refuses by size and by what the bytes are, with a sentence', async () => {
    const element = await shown();
    await choose(element, text('a'), 500_001);
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('c.PRM_COV_File_Too_Large');
    await choose(element, [0x50, 0x4b, 0x03, 0x04, 0x00]);
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('c.PRM_COV_No_Text_File');
    expect(sends).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('shows what the server says, until it is put away', async () => {
    const element = await shown();
    sends.mockRejectedValue({ body: { message: 'No rows.' } });
    await choose(element, text('a'));
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('No rows.');
    find(find(element, 'c-prm-ui-error'), '[data-action="dismiss"]').click();
    await settled();
    expect(findAll(element, 'c-prm-ui-error')).toHaveLength(0);
  });

  it('offers an empty file with the columns', async () => {
    const element = await shown();
    expect(decodeURIComponent(find<HTMLAnchorElement>(element, 'a[download]').href)).toContain('serial,owner,email,country,sold_on,in_service_on,document,transfer');
    await expect(element).toBeAccessible();
  });
});
