import { type KeyboardEvent, useRef, useState } from 'react';
import { useGrid } from './grid-context.ts';
import { type ProductChoice, type ProductField, productChoices } from './product-choices.ts';
import type { Editing, Leaving } from './use-cursor.ts';

/**
 * What is chosen for a product cell: typing narrows the choices and marks the first, the arrows mark another, Enter takes
 * the marked one, and so do Tab and leaving the cell if something was typed. Escape leaves everything as it was.
 */
export function useProductEditor({ seen, start }: Editing, field: ProductField) {
  const { save, leave } = useGrid();
  const [text, setText] = useState(start ?? '');
  const choices = productChoices(seen, field, text);
  const [marked, setMarked] = useState(() => (start ? 0 : choices.findIndex(({ chosen }) => chosen)));
  const over = useRef(false);
  const end = (how: Leaving, choice?: ProductChoice) => {
    if (over.current) return;
    over.current = true;
    if (choice && !choice.chosen) save(seen, choice.change);
    leave(how);
  };
  const finish = (how: Leaving) => end(how, text.trim() === '' ? undefined : choices[marked]);
  const mark = (step: number) =>
    choices.length > 0 && setMarked((marked + step + choices.length) % choices.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey } = event;
    if (key === 'ArrowDown') mark(1);
    else if (key === 'ArrowUp') mark(-1);
    else if (key === 'Enter') {
      if (choices[marked]) end('down', choices[marked]);
    } else if (key === 'Tab') finish(shiftKey ? 'left' : 'right');
    else if (key === 'Escape') end('stay');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    text,
    type: (next: string) => {
      setText(next);
      setMarked(0);
    },
    choices,
    marked,
    onKeyDown,
    onBlur: () => finish(null),
    pick: (choice: ProductChoice) => end('stay', choice),
  };
}
