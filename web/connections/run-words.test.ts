import { expect, test } from 'vitest';
import { exampleSyncRun, type SyncRun } from '../../contract/sync-runs.ts';
import { changesInWords, progressInWords, progressShare } from './run-words.ts';

const kind = { ...exampleSyncRun.progress[0]!, created: 0, changed: 0 };
const run = (more: Partial<SyncRun>): SyncRun => ({ ...exampleSyncRun, ...more });

test.each([
  ['A server takes it up within seconds', run({ state: 'due', progress: [] })],
  ['Starting', run({ state: 'running', progress: [] })],
  [
    'Contacts: 1,200 so far',
    run({
      state: 'running',
      progress: [kind, { ...kind, kind: 'contacts', state: 'reading', records: 1200 }],
    }),
  ],
  [
    'Sites: 0 so far',
    run({ state: 'running', progress: [kind, { ...kind, kind: 'sites', state: 'to read', records: 0 }] }),
  ],
  ['Read 1 record', run({ state: 'running', progress: [{ ...kind, records: 1 }] })],
  ['Stopping after the page that it is at', run({ state: 'running', cancelAsked: true })],
])('says %j of a sync under way', (words, one) => {
  expect(progressInWords(one)).toBe(words);
});

test('a bar shows the share of kinds that are done, failed ones too', () => {
  const progress = [kind, { ...kind, state: 'failed' as const }, { ...kind, state: 'reading' as const }];
  expect(progressShare(run({ progress: [...progress, { ...kind, state: 'to read' }] }))).toBe(50);
  expect(progressShare(run({ progress: [] }))).toBe(0);
});

test('what changed is told as sums over all kinds', () => {
  const progress = [
    { ...kind, created: 2, gone: 1 },
    { ...kind, created: 1200, changed: 3 },
  ];
  expect(changesInWords(run({ progress }))).toBe('1,202 new, 3 changed, 1 gone');
  expect(changesInWords(run({ progress: [kind] }))).toBe('nothing new');
});
