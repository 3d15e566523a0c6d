import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * A card that the keyboard moves into another column is made anew there: its handle gets the focus back, also when the move
 * is refused and the card comes back. `keep` is called with what was moved; until the focus goes elsewhere.
 */
export function useKeepFocus() {
  const handles = useRef(new Map<string, HTMLElement>());
  const kept = useRef<string | null>(null);
  useEffect(() => {
    const elsewhere = ({ target }: Event) => {
      if (kept.current !== null && target !== handles.current.get(kept.current)) kept.current = null;
    };
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('pointerdown', elsewhere);
    return () => {
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('pointerdown', elsewhere);
    };
  }, []);
  useLayoutEffect(() => {
    const handle = kept.current === null ? undefined : handles.current.get(kept.current);
    if (handle && document.activeElement === document.body) handle.focus();
  });
  return {
    keep: (id: string) => {
      kept.current = id;
    },
    handleRef: (id: string) => (element: HTMLElement | null) => {
      if (element) handles.current.set(id, element);
      else handles.current.delete(id);
    },
  };
}
