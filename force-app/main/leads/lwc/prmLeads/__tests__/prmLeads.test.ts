import { rowOf, timelineOf, withoutOutcomes } from 'c/prmLeads';
import { lead, STAGES, step } from './data/leads';

jest.mock('@salesforce/label/c.PRM_UI_Step_Stage', () => ({ default: 'Stage: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Step_Outcome', () => ({ default: 'Closed: {0}' }), { virtual: true });

const TODAY = '2026-11-22';

describe('rowOf', () => {
  it.each([
    ['a next step that was due yesterday', { nextStepDate: '2026-11-21', stale: true }, { label: 'c.PRM_UI_Overdue', tone: 'error' }],
    ['no activity for long', { stale: true }, { label: 'c.PRM_UI_Stale', tone: 'warning' }],
    ['a next step that is due today', { nextStepDate: TODAY }, undefined],
    ['a closed lead that was late', { nextStepDate: '2026-11-21', stale: true, open: false }, undefined],
  ])('marks %s', (_what, changes, flag) => {
    expect(rowOf(lead(changes), TODAY).flag).toEqual(flag);
  });

  it('tells place and product in the second line, as far as they are known', () => {
    expect(rowOf(lead(), TODAY).secondary).toBe('Hanoi, Vietnam · GTX Pro');
    expect(rowOf(lead({ product: null }), TODAY).secondary).toBe('Hanoi, Vietnam');
  });

  it.each([
    ['Won', 'success'],
    ['Lost', 'error'],
    ['New', 'neutral'],
    ['Proposal', 'info'],
  ])('shows the stage %s as %s', (stage, tone) => {
    expect(rowOf(lead({ stage }), TODAY).cells.stage).toMatchObject({ tone });
  });
});

describe('timelineOf', () => {
  it('is newest first and names stages as the list of stages does', () => {
    // GIVEN steps in the order in which they happened
    const steps = [
      step({ id: '1', kind: 'Accepted', note: null, happenedAt: '2026-11-20T00:00:00Z' }),
      step({ id: '2', kind: 'Stage', toStage: 'Qualified', happenedAt: '2026-11-21T00:00:00Z' }),
      step({ id: '3', kind: 'Outcome', toStage: 'Won', happenedAt: '2026-11-22T00:00:00Z' }),
      step({ id: '4', kind: 'Something new', happenedAt: null }),
    ];
    // WHEN they become a timeline
    const titles = timelineOf(steps, STAGES).map(({ title }) => title);
    // THEN the last comes first, and an unknown kind speaks for itself
    expect(titles).toEqual(['Closed: Won stage', 'Stage: Qualified stage', 'c.PRM_UI_Step_Accepted', 'Something new']);
  });
});

describe('withoutOutcomes', () => {
  it('leaves the stages that work leads to', () => {
    expect(withoutOutcomes(STAGES).map(({ value }) => value)).toEqual(['New', 'Contacted', 'Qualified', 'Proposal']);
  });
});
