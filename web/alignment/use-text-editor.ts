import { notifications } from '@mantine/notifications';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { AlignmentChange } from '../../contract/alignment.ts';
import { useGrid } from './grid-context.ts';
import { readTyped, startText, type TextField } from './typed-change.ts';
import type { Editing, Leaving } from './use-cursor.ts';

/** The keys that move an alignment up and down while it is typed. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/**
 * What is typed into a cell. Enter and Tab save it, and keep the editor open with a message if it cannot be read; Escape
 * leaves everything as it was. Nothing is saved where nothing was typed.
 */
export function useTextEditor({ seen, start }: Editing, field: TextField) {
  const { save, leave } = useGrid();
  const [text, setText] = useState(start ?? startText(seen, field));
  const [touched, setTouched] = useState(start !== null);
  const [problem, setProblem] = useState('');
  const over = useRef(false);
  const type = (next: string) => {
    setText(next);
    setTouched(true);
    setProblem('');
  };
  const end = (how: Leaving, change?: AlignmentChange) => {
    if (over.current) return;
    over.current = true;
    if (change) save(seen, change);
    leave(how);
  };
  const finish = (how: Leaving) => {
    if (over.current) return;
    if (!touched) return end(how);
    const typed = readTyped(field, text);
    if (typed.change) return end(how, typed.change);
    if (how !== null) return setProblem(typed.problem);
    notifications.show({
      color: 'red',
      title: `${seen.stackItem.name} was not changed`,
      message: typed.problem,
    });
    end(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey } = event;
    const step = field === 'alignment' ? STEPS[key] : undefined;
    if (step !== undefined) type(stepped(text, step));
    else if (key === 'Enter') finish(shiftKey ? 'up' : 'down');
    else if (key === 'Tab') finish(shiftKey ? 'left' : 'right');
    else if (key === 'Escape') end('stay');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { text, type, problem, finish, onKeyDown };
}

/** A typed percentage a step further, within 0–100. */
function stepped(text: string, step: number): string {
  const value = Number.parseFloat(text);
  return String(Math.max(0, Math.min(100, (Number.isNaN(value) ? 0 : Math.round(value)) + step)));
}
