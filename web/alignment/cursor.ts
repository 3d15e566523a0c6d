/** A cell of the grid. */
export interface Place {
  /** The key of its line. */
  readonly line: string;
  readonly column: string;
}

/** What can be walked: the keys of the lines that are rows, and the columns' ids, in their order. */
export interface Walk {
  readonly lines: readonly string[];
  readonly columns: readonly string[];
  /** How many lines a page has. */
  readonly page: number;
}

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where a key leads from a cell, at the edges to the cell itself; null: it is no key for walking, or leads out of the grid. */
export function placeAfter(pressed: Key, from: Place, walk: Walk): Place | null {
  const { key, shiftKey } = pressed;
  const all = pressed.ctrlKey || pressed.metaKey;
  const [lastLine, lastColumn] = [walk.lines.length - 1, walk.columns.length - 1];
  switch (key) {
    case 'ArrowUp':
      return all ? to(from, walk, 0, null) : by(from, walk, -1, 0);
    case 'ArrowDown':
      return all ? to(from, walk, lastLine, null) : by(from, walk, 1, 0);
    case 'ArrowLeft':
      return all ? to(from, walk, null, 0) : by(from, walk, 0, -1);
    case 'ArrowRight':
      return all ? to(from, walk, null, lastColumn) : by(from, walk, 0, 1);
    case 'PageUp':
      return by(from, walk, -walk.page, 0);
    case 'PageDown':
      return by(from, walk, walk.page, 0);
    case 'Home':
      return to(from, walk, all ? 0 : null, 0);
    case 'End':
      return to(from, walk, all ? lastLine : null, lastColumn);
    case 'Tab': {
      const there = by(from, walk, 0, shiftKey ? -1 : 1);
      return there.column === from.column ? null : there;
    }
    default:
      return null;
  }
}

function by(from: Place, walk: Walk, lines: number, columns: number): Place {
  return to(
    from,
    walk,
    lines === 0 ? null : walk.lines.indexOf(from.line) + lines,
    columns === 0 ? null : walk.columns.indexOf(from.column) + columns,
  );
}

/** The nearest place to a line and a column by number; null: that of the place itself. */
function to(from: Place, { lines, columns }: Walk, line: number | null, column: number | null): Place {
  return {
    line: line === null ? from.line : (lines[within(line, lines)] ?? from.line),
    column: column === null ? from.column : (columns[within(column, columns)] ?? from.column),
  };
}

const within = (index: number, all: readonly string[]) => Math.max(0, Math.min(all.length - 1, index));
