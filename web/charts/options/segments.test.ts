import { describe, expect, test } from 'vitest';
import { statusStyles } from '../status-style.ts';
import { drawnText } from './drawn-text.ts';
import { exampleDashboard, exampleStyle } from './example-dashboard.ts';
import { segmentsDrawing } from './segments.ts';

const { segments, health } = exampleDashboard;
const statuses = statusStyles(health.map(({ status: name, color }) => ({ name, color })));
const draw = (own: Partial<Parameters<typeof segmentsDrawing>[1]> = {}, figures = segments) =>
  segmentsDrawing(figures, { ...exampleStyle, statuses, sizeByEmployees: false, ...own });

interface ScatterSeries {
  readonly name: string;
  readonly symbol: string;
  readonly data: readonly (readonly number[])[];
  readonly symbolSize: (value: unknown, at: { dataIndex: number }) => number;
}
const seriesOf = (drawing: ReturnType<typeof draw>) => drawing.option.series as readonly ScatterSeries[];

describe('Customer Segments', () => {
  test('names every quadrant with its count, and both axes in words', () => {
    const texts = drawnText(draw().option);
    for (const text of [
      '1 ',
      '0 ',
      'Most profitable',
      'Meet most often',
      'Risk of silent churn',
      'Reprice or reduce effort',
      'Value (MRR)',
      'Effort (higher = more effort)',
    ]) {
      expect(texts.map((drawn) => drawn.trim())).toContain(text.trim());
    }
  });

  test('tells statuses apart by shape as well as by colour', () => {
    const shapes = seriesOf(draw())
      .filter(({ name }) => name !== 'quadrants')
      .map(({ symbol }) => symbol);
    expect(new Set(shapes).size).toBe(statuses.length);
  });

  test('a dot stands at value and effort, in the series of its status', () => {
    expect(seriesOf(draw()).map(({ name, data }) => [name, data])).toEqual([
      ['At risk', [[400_000, 77]]],
      ['Satisfactory', [[310_000, 22]]],
      ['No score', [[90_000, 10]]],
      ['quadrants', []],
    ]);
  });

  test('dots grow with the area of the employees relative to the average, only when asked', () => {
    const size = (drawing: ReturnType<typeof draw>, series: number) =>
      seriesOf(drawing)[series]?.symbolSize(null, { dataIndex: 0 });
    const plain = draw();
    const sized = draw({ sizeByEmployees: true });
    expect(size(plain, 0)).toBe(size(plain, 1));
    expect(size(sized, 0)).toBe(size(plain, 0));
    expect(size(sized, 1)).toBe(2 * (size(plain, 1) ?? 0));
    expect(size(sized, 2)).toBe(size(plain, 2));
  });

  test('the arrow keys walk the companies by name; each says its figures and opens itself', () => {
    const { points } = draw();
    expect(points.map(({ target }) => target)).toEqual(['acme', 'b', 'c']);
    expect(points[0]?.words).toBe(
      'Acme: MRR $3,100.00, Effort 22, Health 81 · Satisfactory, Employees 80, Segment Most profitable',
    );
    expect(points[2]?.words).toContain('Health No score, Employees –');
  });

  test('hovering shows names as text, never as markup', () => {
    const { formatter } = draw().option.tooltip as {
      formatter: (at: { seriesIndex: number; dataIndex: number }) => string;
    };
    expect(formatter({ seriesIndex: 0, dataIndex: 0 })).toContain('B &lt;b&gt;&amp; Sons&lt;/b&gt;');
  });

  test('without a value midpoint there are no quadrants to name, and it still draws', () => {
    const none = draw({}, { ...segments, valueMidpoint: null, points: [] });
    expect(drawnText(none.option)).not.toContain('Most profitable');
  });
});
