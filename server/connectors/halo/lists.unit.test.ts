import { expect, test } from 'vitest';
import { ConnectorProblem } from '../connector.ts';
import type { HaloClient } from './client.ts';
import { rowsOf, wholeList } from './lists.ts';

test.each<[string, unknown, readonly unknown[]]>([
  ['bare', [{ id: 1 }], [{ id: 1 }]],
  ['in an envelope', { record_count: 1, clients: [{ id: 1 }] }, [{ id: 1 }]],
  ['in an envelope of a key that we never saw', { record_count: 1, firms: [{ id: 1 }] }, [{ id: 1 }]],
  ['beside another list', { columns: ['a'], tickets: [{ id: 1 }] }, [{ id: 1 }]],
  ['of nothing', { record_count: 0, clients: null }, []],
])('a list %s', (_, answer, rows) => {
  expect(rowsOf('Client', answer)).toEqual(rows);
});

test.each([[null], ['sign in first'], [{ error: 'busy' }], [{ record_count: 7 }], [17]])(
  '%j is no list, not an empty one',
  (answer) => {
    expect(() => rowsOf('Client', answer)).toThrow(ConnectorProblem);
  },
);

test.each<[string, readonly (readonly number[])[], readonly number[]]>([
  ['ends with an empty page', [[1, 2], [3], []], [1, 2, 3]],
  ['ends with a page that repeats', [[1, 2], [3], [3]], [1, 2, 3]],
  [
    'ends though pages are ignored',
    [
      [1, 2],
      [1, 2],
      [1, 2],
    ],
    [1, 2],
  ],
  ['goes on after a short page', [[1], [2, 3], []], [1, 2, 3]],
  ['has each row once, though pages have shifted', [[1, 2], [2, 3], []], [1, 2, 3]],
  ['is empty', [[]], []],
])('a list that %s', async (_, pages, ids) => {
  const client: HaloClient = {
    signIn: async () => {},
    get: async (_path, query) => ({
      record_count: 999,
      clients: pages[Number(query?.page_no) - 1]!.map((id) => ({ id })),
    }),
  };
  expect(await wholeList(client, 'Client')).toEqual(ids.map((id) => ({ id })));
});
