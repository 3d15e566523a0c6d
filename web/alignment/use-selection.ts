import { useCallback, useMemo, useRef, useState } from 'react';
import type { GridLine } from './grid-lines.ts';

/** The rows of a grid that are selected, to be set together; only those in view can be. */
export function useSelection(lines: readonly GridLine[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const latest = useRef(lines);
  latest.current = lines;

  const rows = useMemo(() => {
    const inView = new Map(
      lines.flatMap((line) => ('row' in line ? [[line.row.stackItem.id, line.row]] : [])),
    );
    return [...inView.values()].filter(({ stackItem }) => chosen.has(stackItem.id));
  }, [lines, chosen]);
  const selected = useMemo(() => new Set(rows.map(({ stackItem }) => stackItem.id)), [rows]);

  /** Changes one row; `range`: it and all since the last one become as it does. */
  const select = useCallback((line: string, range: boolean) => {
    const [from, to] = [last.current, line].map((key) =>
      latest.current.findIndex((other) => other.key === key),
    );
    last.current = line;
    const within = range && from !== undefined && from >= 0 ? [from, to!].sort((a, b) => a - b) : [to!, to!];
    const items = itemsOf(latest.current.slice(within[0], within[1]! + 1));
    const [own] = itemsOf(latest.current.filter(({ key }) => key === line));
    setChosen((before) => changed(before, items, own === undefined || !before.has(own)));
  }, []);

  return {
    rows,
    selected,
    select,
    selectAll: useCallback(
      (all: boolean) => setChosen((before) => changed(before, itemsOf(latest.current), all)),
      [],
    ),
    clear: useCallback(() => setChosen(new Set()), []),
  };
}

const itemsOf = (lines: readonly GridLine[]): string[] =>
  lines.flatMap((line) => ('row' in line ? [line.row.stackItem.id] : []));

function changed(
  before: ReadonlySet<string>,
  items: readonly string[],
  chosen: boolean,
): ReadonlySet<string> {
  return chosen
    ? new Set([...before, ...items])
    : new Set([...before].filter((item) => !items.includes(item)));
}
