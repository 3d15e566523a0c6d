/** What runs in the page to measure it; each stands by itself, because the browser gets only its text. */

declare global {
  interface Window {
    /** When the first cell of a grid was painted, in milliseconds from the page's start. */
    firstCell?: number;
    /** When one of the grid's cells was last painted anew. */
    lastChange?: number;
    lastClick?: number;
  }
}

/** Notes when cells of a grid are painted: the frame after the one in which they came into the page. */
export function watchCells(): void {
  const painted = (note: () => void) => requestAnimationFrame(() => requestAnimationFrame(note));
  new MutationObserver((mutations) => {
    const inGrid = mutations.some(({ target }) => (target as Element).parentElement?.closest('[role=grid]'));
    if (!inGrid && window.firstCell !== undefined) return;
    if (window.firstCell === undefined && !document.querySelector('[role=gridcell]')) return;
    painted(() => {
      window.firstCell ??= performance.now();
      window.lastChange = performance.now();
    });
  }).observe(document, { subtree: true, childList: true, characterData: true });
  addEventListener('click', () => (window.lastClick = performance.now()), { capture: true });
}

export interface Scroll {
  /** Between one frame and the next, milliseconds. */
  readonly frames: number[];
  /** How many of the frames had nothing where a cell should stand, in the middle of the grid. */
  readonly blank: number;
}

/** Scrolls the grid by so many pixels a frame, and back at its end. */
export async function scrollGrid(step: {
  readonly down: number;
  readonly across: number;
  readonly frames: number;
}): Promise<Scroll> {
  const grid = document.querySelector<HTMLElement>('[role=grid]')!;
  const box = grid.getBoundingClientRect();
  const middle = [box.left + box.width / 2, box.top + box.height / 2] as const;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  let blank = 0;
  let last = await frame();
  for (let n = 0; n < step.frames; n++) {
    const before = grid.scrollTop + grid.scrollLeft;
    grid.scrollBy(step.across, step.down);
    if (grid.scrollTop + grid.scrollLeft === before) grid.scrollTo(0, 0);
    const now = await frame();
    frames.push(now - last);
    last = now;
    if (!document.elementFromPoint(...middle)?.closest('[role=gridcell]')) blank++;
  }
  grid.scrollTo(0, 0);
  await frame();
  return { frames, blank };
}
