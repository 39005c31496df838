import { chartConfig, hasValues, tableRows, valueText } from 'c/prmUiChartModel';

const data = {
  labels: ['May', 'June'],
  series: [
    { label: 'Paid', values: [1500, 0] },
    { label: 'Late', values: [null, 2] },
  ],
};
const look = { type: 'line', isStill: true } as const;

describe('what a chart draws', () => {
  it('GIVEN values WHEN written THEN they are in the language of the reader, and what is missing is a dash', () => {
    expect([valueText(1500), valueText(0.25, { style: 'percent' }), valueText(null), valueText(undefined)]).toEqual(['1,500', '25%', '–', '–']);
  });

  it('GIVEN two series WHEN turned into a table THEN each label is a row and each series a column', () => {
    expect(tableRows(data).map(({ label, cells }) => [label, ...cells.map(({ text }) => text)])).toEqual([
      ['May', '1,500', '–'],
      ['June', '0', '2'],
    ]);
  });

  it('GIVEN nothing or only gaps WHEN asked THEN there is nothing to draw, and a zero is something', () => {
    expect([
      hasValues({ labels: [], series: [] }),
      hasValues({ labels: ['a'], series: [{ label: 'x', values: [null] }] }),
      hasValues({ labels: ['a'], series: [{ label: 'x', values: [0] }] }),
    ]).toEqual([false, false, true]);
  });

  it('GIVEN lines WHEN drawn THEN they differ by dash and colour, and a legend names them', () => {
    const { data: drawn, options } = chartConfig(data, look);
    const [first, second] = drawn.datasets as unknown as { borderDash: number[]; borderColor: string }[];
    expect(first!.borderDash).not.toEqual(second!.borderDash);
    expect(first!.borderColor).not.toBe(second!.borderColor);
    expect(options?.plugins?.legend?.display).toBe(true);
    expect(chartConfig({ ...data, series: data.series.slice(0, 1) }, look).options?.plugins?.legend?.display).toBe(false);
  });

  it('GIVEN bars that lie WHEN drawn THEN values run along the other axis, written as asked', () => {
    const { options } = chartConfig(data, {
      type: 'bar',
      isHorizontal: true,
      isStill: false,
      valueAxis: 'Money',
      format: { style: 'currency', currency: 'EUR' },
    });
    const scales = options?.scales as unknown as Record<'x' | 'y', { title: { display: boolean; text: string }; ticks?: { callback: (value: number) => string } }>;
    expect([options?.indexAxis, scales.x?.title, scales.x?.ticks?.callback(1500), scales.y?.title.display]).toEqual([
      'y',
      { display: true, text: 'Money' },
      '€1,500.00',
      false,
    ]);
  });

  it('GIVEN a reader who asked for less motion WHEN drawn THEN it does not move; otherwise it may', () => {
    expect([chartConfig(data, look).options?.animation, chartConfig(data, { ...look, isStill: false }).options?.animation]).toEqual([false, undefined]);
  });
});
