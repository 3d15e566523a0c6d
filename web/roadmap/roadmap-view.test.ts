import { expect, test } from 'vitest';
import { readRoadmapView, roadmapSearch } from './roadmap-view.ts';

const usual = { weighing: 'gross', period: null, opened: null };

test.each([
  [{}, usual],
  [
    { weighing: ['weighted'], period: ['2027-Q1'] },
    { ...usual, weighing: 'weighted', period: '2027-Q1' },
  ],
  [
    { period: ['2027'], recommendation: ['firewall'] },
    { ...usual, period: '2027', opened: 'firewall' },
  ],
  [{ weighing: ['heavy'], period: ['2027-Q5'] }, usual],
])('%j is %j', (search, view) => {
  expect(readRoadmapView(search)).toEqual(view);
  expect(readRoadmapView(roadmapSearch(readRoadmapView(search)))).toEqual(view);
});
