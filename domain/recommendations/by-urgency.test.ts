import { expect, test } from 'vitest';
import { byUrgency } from './by-urgency.ts';

const one = (
  id: string,
  priority: string | null,
  state: 'started' | 'completed' = 'started',
  title = id,
) => ({
  id,
  title,
  priority,
  state,
});

test('what is open stands first, the most urgent before the others', () => {
  const sorted = [
    one('done', 'Critical', 'completed'),
    one('whenever', null),
    one('words', 'Soon'),
    one('low', 'Low'),
    one('critical', 'critical'),
    one('high-2', 'High', 'started', 'Backup'),
    one('high-1', 'High', 'started', 'Backup'),
    one('high', 'High', 'started', 'Antivirus'),
  ].sort(byUrgency);
  expect(sorted.map(({ id }) => id)).toEqual([
    'critical',
    'high',
    'high-1',
    'high-2',
    'low',
    'words',
    'whenever',
    'done',
  ]);
});
