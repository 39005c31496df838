import { problemLines, rowOf } from 'c/prmCoverage';
import { coverage, problem } from './data/coverage';

jest.mock('@salesforce/label/c.PRM_COV_Owner_Number', () => ({ default: 'Owner {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_COV_Row_Column', () => ({ default: 'Row {0}, {1}' }), { virtual: true });

describe('coverage as a line', () => {
  it.each([
    ['Active', 'success'],
    ['Transferred', 'neutral'],
    ['Void', 'error'],
    ['Something new', 'neutral'],
  ])('%s looks %s', (status, tone) => {
    expect(rowOf(coverage({ status, statusLabel: status })).cells.status).toEqual({ label: status, tone });
  });

  it('marks a further owner', () => {
    expect(rowOf(coverage()).flag).toBeUndefined();
    expect(rowOf(coverage({ ownerNumber: null })).flag).toBeUndefined();
    expect(rowOf(coverage({ ownerNumber: 2 })).flag).toEqual({ label: 'Owner 2', tone: 'neutral' });
  });
});

describe('problems of an upload', () => {
  it('stand in the order of the file, by row and column', () => {
    const lines = problemLines([problem({ position: 9, column: 'owner', message: 'Missing.' }), problem({ position: 2 })]);
    expect(lines.map(({ place, message }) => `${place}: ${message}`)).toEqual(['Row 2, serial: Not known.', 'Row 9, owner: Missing.']);
  });
});
