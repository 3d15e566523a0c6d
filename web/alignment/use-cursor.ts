import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { type Place, placeAfter, type Walk } from './cursor.ts';

/** A cell that is being edited. */
export interface Editing extends Place {
  /** The row as it was when its editing began. */
  readonly seen: AlignmentRow;
  /** The character that began it, in place of what stood there; null: what stands there is edited. */
  readonly start: string | null;
}

/** Where the cursor goes when an editor is left; null: it was left for something else, which has the focus. */
export type Leaving = 'up' | 'down' | 'left' | 'right' | 'stay' | null;

const KEYS = {
  up: { key: 'ArrowUp', shiftKey: false },
  down: { key: 'ArrowDown', shiftKey: false },
  left: { key: 'Tab', shiftKey: true },
  right: { key: 'Tab', shiftKey: false },
} as const;

/**
 * The one cell of a grid that the keyboard is in, and whether it is being edited. The focus follows it: editors come and
 * go, so what they leave behind has to be focused anew.
 */
export function useCursor(frame: RefObject<HTMLElement | null>, walk: Walk) {
  const [place, setPlace] = useState<Place | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const focusWanted = useRef(false);
  const focusWithin = useRef(false);
  const lastLine = useRef(0);
  const at = standing(place, walk, lastLine.current);
  const index = at ? walk.lines.indexOf(at.line) : 0;

  useLayoutEffect(() => {
    lastLine.current = index;
    // the focused row has gone: the next one takes its place
    const lost = focusWithin.current && document.activeElement === document.body;
    if (at && (focusWanted.current || lost)) stopAt(frame.current, at)?.focus();
    focusWanted.current = false;
  });

  const go = useCallback((to: Place) => {
    focusWanted.current = true;
    setPlace(to);
  }, []);
  const latest = useRef({ at, walk });
  latest.current = { at, walk };

  return {
    at,
    /** The number of its line among the rows. */
    index,
    editing,
    go,
    begin: useCallback((next: Editing) => setEditing(next), []),
    /** Ends the editing. */
    leave: useCallback(
      (how: Leaving) => {
        setEditing(null);
        const { at: from, walk: over } = latest.current;
        if (how === null || !from) return;
        const keys = how === 'stay' ? null : KEYS[how];
        go((keys && placeAfter({ ...keys, ctrlKey: false, metaKey: false }, from, over)) ?? from);
      },
      [go],
    ),
    /** Takes note of a focus that has come by mouse, touch or Tab. */
    focused: useCallback((target: Element) => {
      focusWithin.current = true;
      const there = placeOf(target);
      if (there) setPlace((before) => (same(before, there) ? before : there));
    }, []),
    blurred: useCallback((to: EventTarget | null) => {
      focusWithin.current = frameHolds(to);
    }, []),
  };
}

/** A cursor whose line or column has gone stands on the nearest; null: there is no row. */
function standing(place: Place | null, { lines, columns }: Walk, lastLine: number): Place | null {
  const first = lines[0];
  if (first === undefined) return null;
  const column = place && columns.includes(place.column) ? place.column : 'service';
  if (!place) return { line: first, column };
  const line = lines.includes(place.line) ? place.line : lines[Math.min(lastLine, lines.length - 1)]!;
  return same(place, { line, column }) ? place : { line, column };
}

const same = (a: Place | null, b: Place) => a?.line === b.line && a.column === b.column;

const frameHolds = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="grid"]') !== null;

/** The cell that an element of the grid belongs to. */
export function placeOf(target: Element): Place | null {
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column;
  const line = target.closest<HTMLElement>('[data-line]')?.dataset.line;
  return column === undefined || line === undefined ? null : { line, column };
}

/** What takes the focus of a cell: its control, else the cell itself. */
function stopAt(frame: HTMLElement | null, { line, column }: Place): HTMLElement | null {
  const cell = frame?.querySelector<HTMLElement>(
    `[data-line="${CSS.escape(line)}"] [data-column="${CSS.escape(column)}"]`,
  );
  return cell?.querySelector<HTMLElement>('[data-stop]') ?? cell ?? null;
}
