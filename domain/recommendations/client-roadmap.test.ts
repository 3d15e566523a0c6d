import { expect, test } from 'vitest';
import { clientRoadmap } from './client-roadmap.ts';
import type { Planned } from './roadmap.ts';

const asOf = '2026-11-22';
const planned = (targetQuarter: string | null, state: Planned['state']) => ({ targetQuarter, state });

test.each([
  ['proposed for next quarter', planned('2027-Q1', 'not_started'), '2027-Q1'],
  ['under way this quarter', planned('2026-Q4', 'started'), '2026-Q4'],
  ['still open from an earlier quarter', planned('2026-Q1', 'started'), 'past'],
  ['open without a quarter', planned(null, 'not_started'), 'unplanned'],
  ['completed this quarter', planned('2026-Q4', 'completed'), 'completed'],
  ['completed ahead of its quarter', planned('2027-Q2', 'completed'), 'completed'],
  ['completed a year ago', planned('2025-Q4', 'completed'), 'completed'],
  ['completed longer ago', planned('2025-Q3', 'completed'), undefined],
  ['completed, nobody knows when', planned(null, 'completed'), undefined],
  ['declined', planned('2027-Q1', 'declined'), undefined],
])('what is %s', (_, recommendation, place) => {
  const { columns, completed } = clientRoadmap([recommendation], asOf);
  const column = columns.find(({ recommendations }) => recommendations.length > 0);
  expect(completed.length > 0 ? 'completed' : column && (column.quarter ?? column.kind)).toBe(place);
});
