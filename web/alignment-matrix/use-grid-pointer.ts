import { type MouseEvent, type PointerEvent, type RefObject, useRef } from 'react';
import type { GridSizes } from './grid-sizes.ts';
import { extendTo, HEAD, moveTo, type Place, type Selection, type Size, take } from './selection.ts';

interface GridPointer {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly sizes: GridSizes;
  readonly size: Size;
  readonly onSelect: (change: (selection: Selection) => Selection) => void;
  readonly onOpen: (place: Place) => void;
}

/** Mouse and touch: a click opens a cell or takes a head's row or column, dragging and Shift draw a range out. */
export function useGridPointer({ frame, sizes, size, onSelect, onOpen }: GridPointer) {
  const drawn = useRef(false);

  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event.target);
    // a finger scrolls
    if (!place || event.button !== 0 || event.pointerType === 'touch') return;
    // no text is marked, and the focus goes where the selection does
    event.preventDefault();
    drawn.current = event.shiftKey;
    onSelect((selection) => (event.shiftKey ? extendTo(selection, place, size) : arriveAt(place, size)));
    const draw = (moved: globalThis.PointerEvent) => {
      const to = frame.current ? placeAt(frame.current, sizes, size, place, moved) : place;
      if (!drawn.current && isSame(to, place)) return;
      drawn.current = true;
      onSelect((selection) => (isSame(selection.active, to) ? selection : extendTo(selection, to, size)));
    };
    const end = () => {
      window.removeEventListener('pointermove', draw);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
    window.addEventListener('pointermove', draw);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  };

  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place || event.shiftKey) return;
    const touched = (event.nativeEvent as globalThis.PointerEvent).pointerType === 'touch';
    if (touched) onSelect(() => arriveAt(place, size));
    else if (drawn.current) return;
    if (isCell(place)) onOpen(place);
  };

  return { onPointerDown, onClick };
}

const isCell = ({ row, column }: Place): boolean => row !== HEAD && column !== HEAD;
const isSame = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column;
const arriveAt = (place: Place, size: Size): Selection => (isCell(place) ? moveTo(place) : take(place, size));

/** The place that an element of the matrix stands for; null: none. */
export function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null;
  const row = cell?.closest('[aria-rowindex]');
  if (!cell || !row) return null;
  return { row: indexOf(row, 'aria-rowindex'), column: indexOf(cell, 'aria-colindex') };
}

/** ARIA counts from 1, and the head is the first. */
const indexOf = (element: Element, name: string): number => Number(element.getAttribute(name)) - 2;

/** The place under a point, also beyond the edges; who began at a head stays among heads. */
function placeAt(
  frame: HTMLElement,
  { headWidth, headHeight, cellWidth, cellHeight }: GridSizes,
  { rows, columns }: Size,
  from: Place,
  point: { readonly clientX: number; readonly clientY: number },
): Place {
  const box = frame.getBoundingClientRect();
  const right = point.clientX - box.left - headWidth + frame.scrollLeft;
  const down = point.clientY - box.top - headHeight + frame.scrollTop;
  const within = (offset: number, length: number, step: number) =>
    Math.max(0, Math.min(Math.floor(offset / step), length - 1));
  return {
    row: from.row === HEAD ? HEAD : within(down, rows, cellHeight),
    column: from.column === HEAD ? HEAD : within(right, columns, cellWidth),
  };
}
