import { Portal } from '@mantine/core';
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './alignment.module.css';

interface Shown {
  readonly anchor: Element;
  readonly content: ReactNode;
}

const OPEN_DELAY = 300;
const CLOSE_DELAY = 120;

/**
 * One note beside whatever is hovered, or reached by keyboard, in a place with hundreds of things to say something about.
 * `contentOf` says it, null: nothing. Escape closes it, and the pointer may move onto it.
 */
export function useHint(contentOf: (anchor: HTMLElement) => ReactNode) {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = (delay: number, next: () => Shown | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(next()), delay);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const hide = () => {
    clearTimeout(timer.current);
    setShown(null);
  };
  const approach = (target: EventTarget) => {
    const anchor = target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
    if (anchor === null) return later(CLOSE_DELAY, () => null);
    if (anchor === shown?.anchor) return clearTimeout(timer.current);
    later(OPEN_DELAY, () => {
      const content = anchor.isConnected ? contentOf(anchor) : null;
      return content ? { anchor, content } : null;
    });
  };
  const leave = () => later(CLOSE_DELAY, () => null);
  return {
    /** The pointer, or the focus by keyboard, has come to an element. */
    approach,
    leave,
    hide,
    hint: shown ? <Hint shown={shown} onStay={() => clearTimeout(timer.current)} onLeave={leave} /> : null,
  };
}

interface HintProps {
  readonly shown: Shown;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

function Hint({ shown: { anchor, content }, onStay, onLeave }: HintProps) {
  return (
    <Portal>
      <div
        role="tooltip"
        className={classes.hint}
        style={beside(anchor.getBoundingClientRect())}
        onPointerEnter={onStay}
        onPointerLeave={onLeave}
      >
        {content}
      </div>
    </Portal>
  );
}

/** Below what it belongs to, above it where there is more room. */
function beside({ left, top, bottom }: DOMRect): CSSProperties {
  const { innerWidth, innerHeight } = window;
  const from = Math.max(12, Math.min(left, innerWidth - 352));
  return bottom > innerHeight * 0.62
    ? { left: from, bottom: innerHeight - top + 4 }
    : { left: from, top: bottom + 4 };
}
