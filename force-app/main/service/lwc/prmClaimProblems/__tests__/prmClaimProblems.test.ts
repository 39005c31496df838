import PrmClaimProblems from 'c/prmClaimProblems';
import { findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Line_Of', () => ({ default: 'Line {0}' }), { virtual: true });

afterEach(unmountAll);

describe('summary of problems', () => {
  it('names line and field of each, takes the focus and leads to the field', async () => {
    const problems = [
      { field: 'failureDate', message: 'In the future.' },
      { field: 'quantity', line: 2, message: 'Above 0.' },
    ];
    const element = mount('c-prm-claim-problems', PrmClaimProblems, { problems });
    await settled();
    const opened = recorded(element, 'problemopen');
    const lines = findAll(element, 'button');
    expect(lines.map(textOf)).toEqual(['c.PRM_UI_CLAIM_Failure_Date: In the future.', 'Line 2, c.PRM_UI_CLAIM_Quantity: Above 0.']);
    lines[1]!.click();
    expect(opened).toEqual([{ problem: problems[1] }]);
    element.focus();
    expect((element.shadowRoot!.activeElement as HTMLElement).getAttribute('role')).toBe('alert');
    await expect(element).toBeAccessible();
  });

  it('is not there without any', async () => {
    const element = mount('c-prm-claim-problems', PrmClaimProblems);
    await settled();
    expect(findAll(element, '[role="alert"]')).toHaveLength(0);
    expect(() => element.focus()).not.toThrow();
  });
});
