import { Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type FocusEvent, useId, useLayoutEffect, useRef } from 'react';
import classes from './alignment.module.css';
import type { GridColumn } from './grid-columns.ts';
import type { TextField } from './typed-change.ts';
import type { Editing } from './use-cursor.ts';
import { useTextEditor } from './use-text-editor.ts';

interface TextEditorProps {
  readonly editing: Editing;
  readonly column: GridColumn;
}

/** Edits a cell as text; an alignment has a wide slider below where fingers edit. */
export function TextEditor({ editing, column }: TextEditorProps) {
  const field = column.field as TextField;
  const { text, type, problem, finish, onKeyDown } = useTextEditor(editing, field);
  const byFinger = useMediaQuery('(pointer: coarse)') && field === 'alignment';
  const input = useRef<HTMLInputElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const problemId = useId();
  useLayoutEffect(() => {
    input.current?.focus();
    if (editing.start === null) input.current?.select();
  }, [editing]);
  const onBlur = ({ relatedTarget: to }: FocusEvent) => {
    if (to !== input.current && !below.current?.contains(to)) finish(null);
  };
  const label = `${column.header} of ${editing.seen.stackItem.name}`;
  return (
    <Popover opened={problem !== '' || byFinger} withRoles={false} position="bottom" shadow="md" withArrow>
      <Popover.Target>
        <input
          ref={input}
          className={classes.editor}
          value={text}
          inputMode={field === 'provider' ? 'text' : 'decimal'}
          dir={field === 'provider' ? 'auto' : undefined}
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          aria-invalid={problem !== '' || undefined}
          aria-describedby={problem === '' ? undefined : problemId}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
      </Popover.Target>
      <Popover.Dropdown ref={below} p="xs">
        {problem === '' ? null : (
          <div role="alert" id={problemId} className={classes.problem}>
            {problem}
          </div>
        )}
        {byFinger ? (
          <input
            type="range"
            min={0}
            max={100}
            className={classes.wideSlider}
            value={Number.parseFloat(text) || 0}
            aria-label={label}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={onBlur}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
