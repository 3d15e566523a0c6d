import { init } from 'echarts/core';
import { describe, expect, test } from 'vitest';
import { drawnText } from './drawn-text.ts';
import { exampleDashboard, exampleStyle } from './example-dashboard.ts';
import { stackAlignmentDrawing } from './stack-alignment.ts';
import { stackByCustomerDrawing } from './stack-by-customer.ts';
import { stackOpportunityDrawing } from './stack-opportunity.ts';

const { stackByCustomer, stackOpportunity, stackAlignment } = exampleDashboard;

describe('Stack by Customer', () => {
  const drawing = stackByCustomerDrawing(stackByCustomer.rows, exampleStyle);

  test('names one-time revenue with its letters once, and never the letters alone', () => {
    const texts = drawnText(drawing.option);
    expect(texts).toEqual(
      expect.arrayContaining([
        'MRR',
        'One-time (NRR)',
        'MRR opportunity',
        'One-time opportunity',
        'Alignment',
      ]),
    );
    expect(texts.filter((text) => text.includes('NRR'))).toEqual(['One-time (NRR)']);
  });

  test('walks bar by bar, leaves out amounts of nothing, and opens company and figure', () => {
    expect(drawing.points.map(({ words, target }) => [words, target.slice, target.figure])).toEqual([
      ['Acme, MRR: $3,100.00', 'acme', 'mrr'],
      ['Acme, MRR opportunity: $1,200.00', 'acme', 'mrrOpportunity'],
      ['Acme, One-time opportunity: $800.00', 'acme', 'oneTimeOpportunity'],
      ['Acme, alignment: 62.5%', 'acme', 'alignment'],
      ['Cobalt, MRR: $900.00', 'c', 'mrr'],
      ['Cobalt, One-time (NRR): $450.00', 'c', 'oneTime'],
      ['Cobalt, One-time opportunity: $50.00', 'c', 'oneTimeOpportunity'],
      ['Cobalt, alignment: –', 'c', 'alignment'],
    ]);
  });

  test.each([
    ['standing', true],
    ['lying', false],
  ])('draws %s bars with money and percent', (shape, wide) => {
    const drawn = stackByCustomerDrawing(stackByCustomer.rows, { ...exampleStyle, wide });
    expect(drawn.shape).toBe(shape);
    expect(drawnText(drawn.option)).toEqual(expect.arrayContaining(['Acme', 'Cobalt', '$2k', '50%']));
  });
});

describe('Stack Opportunity', () => {
  const drawing = stackOpportunityDrawing(stackOpportunity, exampleStyle);

  test('the middle shows the true total, in which nothing counts twice', () => {
    expect(drawnText(drawing.option)).toEqual(
      expect.arrayContaining(['$34.5k', 'Standard', 'Untagged', 'Switches']),
    );
    expect(drawing.middle).toEqual({ element: 'stackOpportunity', slice: null, item: null, figure: null });
  });

  test('says dollars and the share of its tag, in the seed’s words', () => {
    expect(drawing.points.map(({ words }) => words)).toEqual([
      'Standard: $10,100.00, 60.0% of all tags',
      'Switches: $5,000.00, 49.5% of Standard',
      'EDR: $5,100.00, 50.5% of Standard',
      'Untagged: $5,000.00, 40.0% of all tags',
      'Switches: $5,000.00, 100.0% of Untagged',
    ]);
  });

  test('an item with several tags opens the rows of the tag that it stands under', () => {
    expect(drawing.points.map(({ target }) => [target.slice, target.item])).toEqual([
      ['Standard', null],
      ['Standard', 'switches'],
      ['Standard', 'edr'],
      ['', null],
      ['', 'switches'],
    ]);
  });

  test('numbers the pieces as the library does', () => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width: 500, height: 500 });
    chart.setOption({ ...drawing.option, animation: false });
    const { data } = (chart as unknown as ChartInside).getModel().getSeriesByIndex(0).getData().tree
      .root.hostTree;
    const names = drawing.points.map(({ dataIndex }) => data.getName(dataIndex));
    chart.dispose();
    expect(names).toEqual(['Standard', 'Switches', 'EDR', 'Untagged', 'Switches']);
  });
});

/** What the library knows inside and has no public word for. */
interface ChartInside {
  getModel(): {
    getSeriesByIndex(index: number): {
      getData(): { tree: { root: { hostTree: { data: { getName(dataIndex: number): string } } } } };
    };
  };
}

describe('Stack Alignment', () => {
  const drawing = stackAlignmentDrawing(stackAlignment, exampleStyle);

  test('draws what an item brings, could bring, and the share of companies aligned to it', () => {
    expect(drawnText(drawing.option)).toEqual(
      expect.arrayContaining(['Web filtering', 'Current MRR', 'MRR opportunity', 'Companies aligned', '25%']),
    );
    expect(drawing.points.map(({ words, target }) => [words, target.figure])).toEqual([
      ['Web filtering, Current MRR: $400.00', 'mrr'],
      ['Web filtering, MRR opportunity: $1,200.00', 'mrrOpportunity'],
      ['Web filtering, companies aligned: 25.0% (9 of 36)', 'aligned'],
    ]);
  });
});
