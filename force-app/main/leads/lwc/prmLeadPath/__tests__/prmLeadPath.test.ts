import PrmLeadPath from 'c/prmLeadPath';
import { find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { STAGES } from '../../prmLeads/__tests__/data/leads';

jest.mock('@salesforce/label/c.PRM_UI_Move_To', () => ({ default: 'Move to {0}' }), { virtual: true });

afterEach(unmountAll);

describe('path of a lead', () => {
  it('says which stage is the current one and which are done, not by colour alone', async () => {
    const element = mount('c-prm-lead-path', PrmLeadPath, { stages: STAGES.slice(0, 3), stage: 'Contacted' });
    await settled();
    expect(findAll(element, 'li').map(textOf)).toEqual(['New stage : c.PRM_UI_Path_Done', 'Contacted stage : c.PRM_UI_Path_Current', 'Qualified stage']);
    expect(findAll(element, '[aria-current="step"]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('offers the stages that may follow, and tells which was chosen', async () => {
    const element = mount('c-prm-lead-path', PrmLeadPath, { stages: STAGES, stage: 'Contacted', nextStages: [STAGES[2], STAGES[3]] });
    const moves = recorded(element, 'move');
    await settled();
    expect(findAll(element, 'button').map(textOf)).toEqual(['Move to Qualified stage', 'Move to Proposal stage']);
    find(element, '[data-stage="Qualified"]').click();
    expect(moves).toEqual([{ stage: 'Qualified', label: 'Qualified stage' }]);
    await expect(element).toBeAccessible();
  });
});
