import { reportsOf, rowOf, stateOf } from 'c/prmRecoveryRows';
import { recovery, sum } from './data/recoveries';

describe('recoveries', () => {
  it('say that it is too late before their status', () => {
    expect(stateOf(recovery())).toEqual({ label: 'Open', tone: 'info' });
    expect(stateOf(recovery({ overdue: true }))).toEqual({ label: 'c.PRM_UI_RECOVERY_Deadline_Over', tone: 'error' });
  });

  it('stand in the list by supplier, with what came back once it did', () => {
    expect(rowOf(recovery()).cells).toMatchObject({ supplier: 'Sealtech', recovered: '' });
    expect(rowOf(recovery({ recovered: 100 })).cells.recovered).toContain('100.00');
  });

  it('make a chart for each currency, asked without what nobody was asked for', () => {
    const [euros, dollars] = reportsOf([sum(), sum({ currencyCode: 'USD', supplierName: 'Hanoi Castings', recovered: 7 }), sum({ supplierName: 'Alpha', total: 10, notAsked: 10, accepted: 0, recovered: 0, refused: 0, lapsed: 0 })]);
    expect(euros).toMatchObject({ currencyCode: 'EUR', data: { labels: ['Sealtech', 'Alpha'] } });
    expect(euros!.data.series.map(({ values }) => values)).toEqual([
      [220, 0],
      [40, 0],
      [100, 0],
      [20, 0],
      [30, 0],
    ]);
    expect(dollars).toMatchObject({ currencyCode: 'USD', data: { labels: ['Hanoi Castings'] } });
    expect(reportsOf([])).toEqual([]);
  });
});
