import { type KeyboardEvent, type PointerEvent, type RefCallback, useEffect, useRef, useState } from 'react';
import { dropPlace, keyMove, movedAfter } from './drop-place.ts';

/** A row in the hand, and after which other it would come if it were dropped now (null: first). */
interface Drag {
  readonly id: string;
  readonly after: string | null;
}

interface Reorder {
  /** The rows in their present order. */
  readonly ids: readonly string[];
  readonly onMove: (id: string, after: string | null) => void;
}

/** So near to the window's edge the page moves along. Pixels. */
const EDGE = 70;
const STEP = 12;

/**
 * Rows that are put into another order by dragging their handle with mouse, finger or pen, or by the arrow keys, Home and
 * End on it. Escape lets go without moving. The rows themselves stay where they are until they are dropped: a line shows the
 * place.
 */
export function useReorder({ ids, onMove }: Reorder) {
  const rows = useRef(new Map<string, HTMLElement>());
  const pointer = useRef(0);
  const [drag, setDrag] = useState<Drag | null>(null);
  const held = drag?.id ?? null;

  const placeAt = (y: number) =>
    dropPlace(
      ids.flatMap((id) => {
        const box = rows.current.get(id)?.getBoundingClientRect();
        return box ? [{ id, top: box.top, bottom: box.bottom }] : [];
      }),
      y,
    );
  const move = (id: string, after: string | null) => {
    if (movedAfter(ids, id, after)) onMove(id, after);
  };

  // near an edge the page moves on, also while the hand stands still
  const lookAgain = useRef(placeAt);
  lookAgain.current = placeAt;
  useEffect(() => {
    if (held === null) return;
    const timer = setInterval(() => {
      const y = pointer.current;
      const by = y < EDGE ? -STEP : y > window.innerHeight - EDGE ? STEP : 0;
      if (by === 0) return;
      window.scrollBy(0, by);
      setDrag((current) => current && { ...current, after: lookAgain.current(y) });
    }, 16);
    const letGo = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape') setDrag(null);
    };
    // before a tooltip that stands open takes Escape for itself
    window.addEventListener('keydown', letGo, true);
    return () => {
      clearInterval(timer);
      window.removeEventListener('keydown', letGo, true);
    };
  }, [held]);

  return {
    drag,
    row: (id: string): RefCallback<HTMLElement> => {
      return (element) => {
        if (element) rows.current.set(id, element);
        else rows.current.delete(id);
      };
    },
    /** What a handle needs; it is a button, and must not be scrolled by a finger (touch-action: none). */
    handle: (id: string) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pointer.current = event.clientY;
        setDrag({ id, after: ids[ids.indexOf(id) - 1] ?? null });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (held !== id) return;
        pointer.current = event.clientY;
        setDrag({ id, after: placeAt(event.clientY) });
      },
      onPointerUp: () => {
        if (held !== id) return;
        setDrag(null);
        move(id, drag!.after);
      },
      onPointerCancel: () => setDrag(null),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const after = keyMove(ids, id, event.key);
        if (after === undefined) return;
        event.preventDefault();
        move(id, after);
      },
    }),
  };
}
