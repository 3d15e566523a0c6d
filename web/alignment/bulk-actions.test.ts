import { expect, test } from 'vitest';
import { AlignmentBulkChange } from '../../contract/alignment.ts';
import { BULK_ACTIONS, reachedBy } from './bulk-actions.ts';
import { rowOf } from './testing/row-of.ts';

const rows = [rowOf('mfa'), rowOf('edr', { applicable: false })];

test.each(BULK_ACTIONS)('$label', (action) => {
  if (action.change) expect(AlignmentBulkChange.safeParse(action.change).success).toBe(true);
  const reached = reachedBy(action, rows).map(({ stackItem }) => stackItem.id);
  expect(reached).toEqual(action.label.startsWith('Applicable') ? ['mfa', 'edr'] : ['mfa']);
});
