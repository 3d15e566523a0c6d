import { Text } from '@mantine/core';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { formatCount } from '../ui/numbers.ts';
import type { OpenedCell } from './opened-cell.ts';

interface CellNoteProps {
  readonly cell: OpenedCell;
  readonly row: AlignmentRow;
}

/** Why a cell counts or not, who set it when, and where the rest of it is. */
export function CellNote({ cell, row }: CellNoteProps) {
  const { setOn, setByName, notes, links } = row;
  const last = setOn ? ` · Last set on ${formatDay(setOn)}${setByName ? ` by ${setByName}` : ''}` : '';
  return (
    <Text fz="sm" c="dimmed">
      {row.reason}
      {last} · {formatCount(notes.count, 'note', 'notes')} and{' '}
      {formatCount(links.length, 'recommendation', 'recommendations')} ·{' '}
      <AnchorLink {...paths.customerAlignment(cell.company.id)} inherit>
        Open {cell.company.name}
      </AnchorLink>
    </Text>
  );
}
