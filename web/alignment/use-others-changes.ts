import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { useMe, useMoney } from '../me/queries.ts';
import type { Money } from '../ui/money.ts';
import type { CellChanges } from './cell-changes.ts';
import { fieldInWords } from './field-words.ts';
import { fieldName } from './grid-columns.ts';
import { type OthersChange, othersChanges } from './others-changes.ts';
import type { CellField } from './typed-values.ts';

/** How long a cell that somebody else has changed stays marked. */
const MARKED = 30_000;
const NAMED = 3;

/** Marks what others change while the grid stands, and says who it was and what was there before. */
export function useOthersChanges(
  rows: readonly AlignmentRow[],
  changes: CellChanges,
): ReadonlyMap<string, ReadonlySet<CellField>> {
  const { user } = useMe();
  const money = useMoney();
  const before = useRef(rows);
  const [fresh, setFresh] = useState<ReadonlyMap<string, ReadonlySet<CellField>>>(new Map());
  useEffect(() => {
    const found = othersChanges(before.current, rows, changes.isKnown);
    before.current = rows;
    if (found.length === 0) return;
    setFresh(new Map(found.map(({ row, fields }) => [row.stackItem.id, new Set(fields)])));
    tell(found, changes, user.id, money);
  }, [rows, changes, user.id, money]);
  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => setFresh(new Map()), MARKED);
    return () => clearTimeout(timer);
  }, [fresh]);
  return fresh;
}

function tell(found: readonly OthersChange[], changes: CellChanges, me: string, money: Money): void {
  const overMine = found.some(({ row, fields }) =>
    fields.some((field) => changes.hasSet(row.stackItem.id, field)),
  );
  const people = [...new Set(found.map(({ row }) => personOf(row, me)))].join(', ');
  const more = found.length - NAMED;
  notifications.show({
    color: overMine ? 'yellow' : 'blue',
    title: overMine ? `${people} changed what you had set` : `${people} changed this grid`,
    message: found
      .slice(0, NAMED)
      .map((change) => inWords(change, money))
      .concat(more > 0 ? [`and ${more} more`] : [])
      .join('; '),
    autoClose: overMine ? false : 12_000,
  });
}

const personOf = ({ setBy, setByName }: AlignmentRow, me: string): string =>
  setBy === me ? 'You, in another window,' : (setByName ?? setBy ?? 'Somebody else');

const inWords = ({ before, row, fields }: OthersChange, money: Money): string =>
  fields
    .map((field) => {
      const [was, is] = [before, row].map((state) => fieldInWords(state, field, money));
      return `${fieldName(field)} of ${row.stackItem.name} is now ${is} (was ${was})`;
    })
    .join(', ');
