import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { columnAt } from './places.ts';

/** A card in the hand, and the column that it would come into if it were dropped now. */
interface Held {
  readonly id: string;
  readonly over: string | null;
  readonly width: number;
}

interface Grip {
  readonly id: string;
  readonly pointer: number;
  /** From the card's corner to where it was taken. */
  readonly dx: number;
  readonly dy: number;
  readonly startX: number;
  readonly startY: number;
  readonly width: number;
  x: number;
  y: number;
}

/** A mouse that moves less has clicked. Pixels, as those below. */
const SLACK = 5;
/** So near to an edge the board, or the page, moves along. */
const EDGE = 60;
const STEP = 14;

/**
 * Cards that are dragged from column to column: with a mouse by any part of the card, with finger and pen by its handle.
 * What is dragged follows the hand (`ghost`); Escape lets go without moving. `columns` of the board are found by their
 * `data-column`.
 */
export function useCardDrag(
  board: RefObject<HTMLElement | null>,
  onDrop: (id: string, column: string) => void,
) {
  const [held, setHeld] = useState<Held | null>(null);
  const grip = useRef<Grip | null>(null);
  const ghost = useRef<HTMLDivElement>(null);

  const follow = useEffectEvent(() => {
    const hand = grip.current;
    if (!hand) return;
    if (ghost.current)
      ghost.current.style.transform = `translate(${hand.x - hand.dx}px, ${hand.y - hand.dy}px) rotate(1.5deg)`;
    const over = overColumn(board.current, hand.x);
    setHeld((now) => (now && now.over === over ? now : { id: hand.id, over, width: hand.width }));
  });
  const letGo = useEffectEvent((drops: boolean) => {
    const hand = grip.current;
    grip.current = null;
    setHeld(null);
    if (!hand || !held || !drops) return;
    swallowClick();
    if (held.over !== null) onDrop(hand.id, held.over);
  });

  const dragging = held !== null;
  useEffect(() => {
    const move = (event: globalThis.PointerEvent) => {
      const hand = grip.current;
      if (!hand || event.pointerId !== hand.pointer) return;
      hand.x = event.clientX;
      hand.y = event.clientY;
      const far = Math.hypot(hand.x - hand.startX, hand.y - hand.startY) >= SLACK;
      if (dragging || far) follow();
    };
    const up = (event: globalThis.PointerEvent) => {
      if (event.pointerId === grip.current?.pointer) letGo(event.type === 'pointerup');
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !grip.current) return;
      event.stopPropagation();
      letGo(false);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', up);
    // before a tooltip that stands open takes Escape for itself
    window.addEventListener('keydown', onEscape, true);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', up);
      window.removeEventListener('keydown', onEscape, true);
    };
  }, [dragging]);

  // near an edge the board moves on, also while the hand stands still
  useEffect(() => {
    if (!dragging) return;
    follow();
    const timer = setInterval(() => {
      if (grip.current && board.current && scrollAlong(board.current, grip.current)) follow();
    }, 16);
    return () => clearInterval(timer);
  }, [dragging, board]);

  return {
    held,
    ghost,
    /** Takes a card in hand; `card` is its element. */
    take: (id: string, card: HTMLElement, event: PointerEvent) => {
      if (event.button !== 0) return;
      const box = card.getBoundingClientRect();
      const [x, y] = [event.clientX, event.clientY];
      grip.current = {
        id,
        pointer: event.pointerId,
        dx: x - box.left,
        dy: y - box.top,
        startX: x,
        startY: y,
        width: box.width,
        x,
        y,
      };
    },
  };
}

function overColumn(board: HTMLElement | null, x: number): string | null {
  const columns = [...(board?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  return columnAt(
    columns.map((column) => {
      const { left, right } = column.getBoundingClientRect();
      return { id: column.dataset.column!, left, right };
    }),
    x,
  );
}

/** Whether anything moved. */
function scrollAlong(board: HTMLElement, { x, y }: Grip): boolean {
  const { left, right } = board.getBoundingClientRect();
  const by = (at: number, from: number, to: number) => (at < from + EDGE ? -STEP : at > to - EDGE ? STEP : 0);
  const before = [board.scrollLeft, window.scrollY];
  board.scrollLeft += by(x, Math.max(left, 0), Math.min(right, window.innerWidth));
  window.scrollBy(0, by(y, 0, window.innerHeight));
  return board.scrollLeft !== before[0] || window.scrollY !== before[1];
}

/** The click that ends a drag opens nothing. */
function swallowClick(): void {
  const stop = (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', stop, { capture: true }));
}
