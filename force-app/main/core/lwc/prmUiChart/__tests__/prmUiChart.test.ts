import { loadScript } from 'lightning/platformResourceLoader';
import PrmUiChart from 'c/prmUiChart';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

interface Drawn {
  readonly canvas: HTMLCanvasElement;
  readonly config: { type: string; data: { labels: string[]; datasets: { label: string; data: unknown[] }[] }; options: { animation?: false } };
  isDestroyed: boolean;
}

const drawn: Drawn[] = [];
let reduced = false;
const DATA = {
  labels: ['Seal', 'Pump'],
  series: [
    { label: 'Claims', values: [3, null] },
    { label: 'Cost', values: [1200.5, 80] },
  ],
};

beforeEach(() => {
  drawn.length = 0;
  reduced = false;
  (loadScript as jest.Mock).mockReset().mockResolvedValue(undefined);
  Object.assign(window, {
    matchMedia: () => ({ matches: reduced }),
    Chart: class {
      private readonly made: Drawn;
      constructor(canvas: HTMLCanvasElement, config: Drawn['config']) {
        this.made = { canvas, config, isDestroyed: false };
        drawn.push(this.made);
      }
      destroy(): void {
        this.made.isDestroyed = true;
      }
    },
  });
});
afterEach(unmountAll);

const chart = async (properties: Record<string, unknown> = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-ui-chart', PrmUiChart, { label: 'Cost by part', labelAxis: 'Part', data: DATA, ...properties });
  await settled();
  return element;
};

describe('chart', () => {
  it('GIVEN numbers WHEN the library is there THEN they are drawn once, and the table has them too', async () => {
    const element = await chart();
    expect(drawn).toHaveLength(1);
    expect(drawn[0]!.config).toMatchObject({
      type: 'bar',
      data: {
        labels: ['Seal', 'Pump'],
        datasets: [
          { label: 'Claims', data: [3, null] },
          { label: 'Cost', data: [1200.5, 80] },
        ],
      },
    });
    expect(find(element, '[data-frame]').getAttribute('aria-label')).toBe('Cost by part');
    expect(findAll(element, 'tr').map(textOf)).toEqual(['Part Claims Cost', 'Seal 3 1,200.5', 'Pump – 80']);
    await expect(element).toBeAccessible();
  });

  it('GIVEN the table is behind WHEN the button is pressed THEN everybody sees it, and the picture is not drawn anew', async () => {
    const element = await chart();
    const button = find(element, '[data-action="table"]');
    expect([button.getAttribute('aria-expanded'), find(element, '#table, [id^="table"]').className]).toEqual(['false', 'slds-assistive-text']);
    button.click();
    await settled();
    expect([button.getAttribute('aria-expanded'), find(element, '#table, [id^="table"]').className]).toEqual(['true', 'table']);
    expect(drawn).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('GIVEN new numbers WHEN they come THEN the old picture is taken away', async () => {
    const element = await chart({ type: 'line' });
    Object.assign(element, { data: { labels: ['Hose'], series: [{ label: 'Claims', values: [1] }] } });
    await settled();
    expect(drawn.map(({ isDestroyed, config }) => [isDestroyed, config.type, config.data.labels.join()])).toEqual([
      [true, 'line', 'Seal,Pump'],
      [false, 'line', 'Hose'],
    ]);
  });

  it('GIVEN it leaves the page WHEN it is gone THEN so is the picture', async () => {
    const element = await chart();
    element.remove();
    expect(drawn[0]!.isDestroyed).toBe(true);
  });

  it('GIVEN a reader who asked for less motion WHEN it is drawn THEN nothing moves', async () => {
    reduced = true;
    await chart();
    expect(drawn[0]!.config.options.animation).toBe(false);
  });

  it('GIVEN the library cannot be loaded WHEN it is shown THEN the table stands in for it and the reason is told', async () => {
    (loadScript as jest.Mock).mockRejectedValue(new Error('gone'));
    const element = await chart();
    expect(drawn).toHaveLength(0);
    expect(find(element, '[data-failed]').textContent).toBe('c.PRM_UI_Chart_Failed');
    expect(find(element, '[id^="table"]').className).toBe('table');
    await expect(element).toBeAccessible();
  });

  it('GIVEN no numbers WHEN it is shown THEN it says so', async () => {
    const element = await chart({ data: { labels: ['Seal'], series: [{ label: 'Claims', values: [null] }] } });
    expect(textOf(element)).toBe('c.PRM_UI_Chart_Empty');
    expect(drawn).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
