import type { AlignmentRow } from '../../contract/alignment.ts';
import { compareText } from '../../domain/text/compare.ts';

export type Grouping = 'none' | 'category' | 'tag';

/** Which rows the grid shows, and under which headings. */
export interface GridView {
  readonly grouping: Grouping;
  readonly search: string;
  readonly onlyGaps: boolean;
}

/** A line of the grid: a group's heading, or a row (a row with two tags stands in two groups). */
export type GridLine =
  | { readonly heading: string; readonly key: string; readonly count: number }
  | { readonly row: AlignmentRow; readonly key: string };

/** A gap: it counts in the company's figures, and is not in the top band. */
export const isGap = ({ counts, aligned }: AlignmentRow): boolean => counts && !aligned;

/**
 * The lines that a view shows, in the stack's order; retired items only where they were made applicable by hand. Rows that
 * were edited under this view (`kept`, by stack item) stay, so that none vanishes under the hands.
 */
export function gridLines(
  rows: readonly AlignmentRow[],
  view: GridView,
  kept: ReadonlySet<string>,
): readonly GridLine[] {
  const shown = rows.filter((row) => kept.has(row.stackItem.id) || isShown(row, view));
  if (view.grouping === 'none') return shown.map((row) => ({ row, key: row.stackItem.id }));
  const groups = new Map<string, AlignmentRow[]>();
  for (const row of shown) {
    for (const group of groupsOf(row, view.grouping)) groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || compareText(a, b))
    .flatMap(([group, members]): GridLine[] => [
      { heading: group || without(view.grouping), key: `group ${group}`, count: members.length },
      ...members.map((row) => ({ row, key: `${group} ${row.stackItem.id}` })),
    ]);
}

function isShown(row: AlignmentRow, { search, onlyGaps }: GridView): boolean {
  if (row.retired && row.applicableSource !== 'typed') return false;
  if (onlyGaps && !isGap(row)) return false;
  const wanted = search.trim().toLowerCase();
  return wanted === '' || wordsOf(row).toLowerCase().includes(wanted);
}

const wordsOf = ({ stackItem, category, tags, currentProduct, opportunityProduct, provider }: AlignmentRow) =>
  [stackItem.name, category, ...tags, currentProduct?.name, opportunityProduct?.name, provider].join(' ');

function groupsOf({ category, tags }: AlignmentRow, grouping: Grouping): readonly string[] {
  if (grouping === 'category') return [category ?? ''];
  return tags.length > 0 ? tags : [''];
}

const without = (grouping: Grouping): string => (grouping === 'category' ? 'No category' : 'No tag');
