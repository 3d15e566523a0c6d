import { expect, test } from 'vitest';
import type { SyncedFrom } from '../../contract/synced-from.ts';
import { isOwnedThere, readOnlyIfSynced, syncedInWords } from './synced.ts';

const from: SyncedFrom = {
  connection: { id: 'psa', name: 'ConnectWise PSA', vendor: 'connectwise' },
  ...{ record: '250', syncedAt: null, goneOn: null, owned: ['name'] },
};

test('only fields that the system says are read-only, and say where to change them', () => {
  expect(readOnlyIfSynced(from, 'name')).toMatchObject({
    readOnly: true,
    description: 'From ConnectWise PSA; change it there',
  });
  expect([readOnlyIfSynced(from, 'industry'), readOnlyIfSynced(null, 'name')]).toEqual([{}, {}]);
  expect(isOwnedThere(undefined, 'name')).toBe(false);
});

test('where it comes from, and since when it is gone', () => {
  expect(syncedInWords(from)).toBe('ConnectWise PSA, record 250');
  expect(syncedInWords({ ...from, goneOn: '2026-11-30' })).toMatch(
    /not there any more, or no client, since .*2026/,
  );
  expect(syncedInWords({ ...from, syncedAt: '2026-11-22T09:15:00Z' })).toMatch(/, synced .*2026/);
});
