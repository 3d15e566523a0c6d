import { useEffect } from 'react';

/** Ctrl+Z (⌘Z) anywhere on the page but where text is being typed, which has its own undo, and in dialogs. */
export function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || event.altKey || belongsElsewhere(event.target)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo]);
}

function belongsElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="dialog"], textarea, [contenteditable="true"]')) return true;
  const type = target.closest('input')?.type;
  return type !== undefined && type !== 'checkbox' && type !== 'range' && type !== 'radio';
}
