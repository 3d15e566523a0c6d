import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { paths } from '../paths.ts';
import type { GridView, Grouping } from './grid-lines.ts';

const GROUPINGS: readonly string[] = ['none', 'category', 'tag'] satisfies readonly Grouping[];

/** What the grid shows. Grouping and "only gaps" stand in the address; what is searched for does not. */
export function useGridView() {
  const params = useParams({ from: '/app/customers/$id/alignment' });
  const { group = [], gaps = [] } = useSearch({ from: '/app/customers/$id/alignment' });
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  /** Stack items that were edited under this view. */
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const keep = useCallback(
    (stackItems: readonly string[]) =>
      setKept((before) =>
        stackItems.every((item) => before.has(item)) ? before : new Set([...before, ...stackItems]),
      ),
    [],
  );
  const grouping = (GROUPINGS.includes(group[0] ?? '') ? group[0] : 'none') as Grouping;
  const view: GridView = { grouping, search, onlyGaps: gaps[0] === 'only' };
  return {
    view,
    kept,
    keep,
    change: (part: Partial<GridView>) => {
      const next = { ...view, ...part };
      setKept(new Set());
      setSearch(next.search);
      if (part.search !== undefined) return;
      const address = {
        ...(next.grouping === 'none' ? {} : { group: [next.grouping] }),
        ...(next.onlyGaps ? { gaps: ['only'] } : {}),
      };
      void navigate({ ...paths.customerAlignment(params.id, address), replace: true, resetScroll: false });
    },
  };
}
