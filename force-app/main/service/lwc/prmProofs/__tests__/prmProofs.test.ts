import PrmProofs from 'c/prmProofs';
import add from '@salesforce/apex/PrmProofsController.add';
import attach from '@salesforce/apex/PrmProofsController.attach';
import list from '@salesforce/apex/PrmProofsController.listProofs';
import remove from '@salesforce/apex/PrmProofsController.remove';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmProofsController.listProofs', () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmProofsController.add', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmProofsController.attach', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmProofsController.remove', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_File_Too_Large', () => ({ default: '{0} has {1}, at most {2}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Proof_Large', () => ({ default: '{0} with {1} goes below' }), { virtual: true });

const wire = list as unknown as TestAdapter;
const server = { add: add as unknown as jest.Mock, attach: attach as unknown as jest.Mock, remove: remove as unknown as jest.Mock };
const INVOICE = { id: '069000000000001', fileName: 'invoice.pdf', size: 200_000, mine: true };
const THEIRS = { id: '069000000000002', fileName: 'answer.pdf', size: 90_000, mine: false };

const shown = async (properties: object = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-proofs', PrmProofs, { recordId: 'a01', editable: true, ...properties });
  wire.emit({ proofs: [INVOICE, THEIRS], refusals: [] });
  await settled();
  return element;
};

/** A file of which the browser knows name, size and first bytes. */
const fileOf = (name: string, text: string, size = text.length): File => {
  const file = new File([text], name);
  Object.defineProperty(file, 'size', { value: size });
  return file;
};

/** Chooses files and waits until the reader of the browser has come to their end. */
async function choose(element: HTMLElement, ...files: File[]): Promise<void> {
  const input = find<HTMLInputElement>(element, 'input[type="file"]');
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  input.dispatchEvent(new CustomEvent('change'));
  /* eslint-disable no-await-in-loop, @lwc/lwc/no-async-operation -- the reader of the browser answers by events, a few for each file */
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await settled();
  }
  /* eslint-enable no-await-in-loop, @lwc/lwc/no-async-operation */
}
const alerts = (element: HTMLElement): string[] => findAll(element, '[role="alert"] p').map(textOf);

afterEach(() => {
  unmountAll();
  jest.clearAllMocks();
});

describe('proofs', () => {
  it('are listed; the own ones can be taken away', async () => {
    server.remove.mockResolvedValue({ proofs: [THEIRS], refusals: [] });
    const element = await shown();
    const counts = recorded(element, 'proofschange');
    expect(findAll(element, 'li').map((row) => textOf(row))).toEqual([expect.stringMatching(/^invoice.pdf 0.2 MB/), 'answer.pdf 0.1 MB']);
    await expect(element).toBeAccessible();
    find(element, '[data-action="remove"]').click();
    await settled();
    expect(server.remove).toHaveBeenCalledWith({ recordId: 'a01', documentId: INVOICE.id });
    expect(counts).toEqual([{ count: 1 }]);
  });

  it('leave the browser only when size and first bytes allow it', async () => {
    // GIVEN files of which one is honest, one lies, one is of 60 MB
    server.add.mockResolvedValue({ proofs: [INVOICE], refusals: [] });
    const element = await shown();
    // WHEN they are chosen together
    await choose(element, fileOf('photo.png', '%PDF-1.7'), fileOf('film.mp4', 'x', 62_914_560), fileOf('invoice.pdf', '%PDF-1.7'));
    // THEN the honest one goes, and each of the others has its sentence
    expect(server.add.mock.calls).toEqual([[{ recordId: 'a01', fileName: 'invoice.pdf', content: 'JVBERi0xLjc=' }]]);
    expect(alerts(element)).toEqual(['c.PRM_UI_CLAIM_File_Lies', 'film.mp4 has 60 MB, at most 25']);
    await expect(element).toBeAccessible();
  });

  it('too large for one call go by the upload of the platform, and the server has the last word', async () => {
    const element = await shown();
    expect(findAll(element, 'lightning-file-upload')).toHaveLength(0);
    await choose(element, fileOf('scan.pdf', '%PDF-1.7', 5_242_880));
    expect(alerts(element)).toEqual(['scan.pdf with 5 MB goes below']);
    server.attach.mockResolvedValueOnce({ proofs: [INVOICE], refusals: [] }).mockResolvedValueOnce({ proofs: [INVOICE], refusals: ['Twice.'] });
    find(element, 'lightning-file-upload').dispatchEvent(new CustomEvent('uploadfinished', { detail: { files: [{ name: 'scan.pdf', documentId: '0691' }, { name: 'b.pdf', documentId: '0692' }] } }));
    await settled();
    expect(server.attach.mock.calls.map(([each]) => each.documentId)).toEqual(['0691', '0692']);
    expect(alerts(element)).toEqual(['Twice.']);
  });

  it('say what the server found wrong later, and what failed', async () => {
    server.add.mockRejectedValue({ body: { message: 'Not now.' } });
    const element = await shown();
    wire.emit({ proofs: [], refusals: ['photo.jpg was taken off.'] });
    await settled();
    expect(alerts(element)).toEqual(['photo.jpg was taken off.']);
    await choose(element, fileOf('invoice.pdf', '%PDF-1.7'));
    expect(alerts(element)).toEqual(['Not now.']);
    wire.error({ message: 'Gone.' }, 500);
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Gone.');
    await expect(element).toBeAccessible();
  });

  it('are only shown where nothing may be added', async () => {
    const element = await shown({ editable: false });
    expect(findAll(element, 'input, [data-action="remove"]')).toHaveLength(0);
    wire.emit({ proofs: [], refusals: [] });
    await settled();
    expect(textOf(element)).toContain('Proof_None');
  });
});
