import { describe, expect, test } from 'vitest';
import { drawnText } from './drawn-text.ts';
import { exampleDashboard, exampleStyle } from './example-dashboard.ts';
import { healthDrawing } from './health.ts';
import { opportunityByHealthDrawing } from './opportunity-by-health.ts';

describe('Health', () => {
  const drawing = healthDrawing(exampleDashboard, exampleStyle);

  test('labels each status with its share; the middle counts all companies', () => {
    expect(drawnText(drawing.option)).toEqual(
      expect.arrayContaining(['At risk', '25.0%', 'Satisfactory', '50.0%', '4', 'companies']),
    );
  });

  test('the middle counts the companies of the status that is pointed at', () => {
    const satisfactory = drawing.points.find(({ words }) => words.startsWith('Satisfactory')) ?? null;
    expect(drawing.whileAt?.(satisfactory)).toMatchObject({ title: { text: '2', subtext: 'Satisfactory' } });
    expect(drawing.whileAt?.(null)).toMatchObject({ title: { text: '4', subtext: 'companies' } });
  });

  test('a slice opens the companies of its status', () => {
    expect(drawing.points.map(({ target }) => [target.element, target.slice])).toEqual([
      ['health', 'At risk'],
      ['health', 'Satisfactory'],
      ['health', 'No score'],
    ]);
  });
});

describe('Opportunity by Health', () => {
  const drawing = opportunityByHealthDrawing(exampleDashboard, exampleStyle);

  test('labels each status with share and money; the middle shows all of it', () => {
    expect(drawnText(drawing.option)).toEqual(
      expect.arrayContaining(['At risk', '10.1% – $3.5k', '89.9% – $31k', '$34.5k', 'opportunity']),
    );
  });

  test('a status without opportunity is neither drawn nor walked', () => {
    expect(drawnText(drawing.option)).not.toContain('No score');
    expect(drawing.points.map(({ target }) => target.slice)).toEqual(['At risk', 'Satisfactory']);
  });
});
