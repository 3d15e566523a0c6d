import { Popover } from '@mantine/core';
import Check from 'lucide-react/icons/check';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import classes from './alignment.module.css';
import type { GridColumn } from './grid-columns.ts';
import type { ProductChoice, ProductField } from './product-choices.ts';
import type { Editing } from './use-cursor.ts';
import { useProductEditor } from './use-product-editor.ts';

interface ProductEditorProps {
  readonly editing: Editing;
  readonly column: GridColumn;
}

/** Edits a cell by choosing a product from a list that typing narrows. */
export function ProductEditor({ editing, column }: ProductEditorProps) {
  const { seen } = editing;
  const field = column.field as ProductField;
  const { text, type, choices, marked, onKeyDown, onBlur, pick } = useProductEditor(editing, field);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  useLayoutEffect(() => input.current?.focus(), []);
  const label = `${column.header} of ${seen.stackItem.name}`;
  return (
    <Popover opened withRoles={false} position="bottom-start" width={290} shadow="md">
      <Popover.Target>
        <input
          ref={input}
          className={classes.editor}
          value={text}
          placeholder={seen[field]?.name ?? 'Choose'}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-autocomplete="list"
          aria-controls={list}
          aria-activedescendant={choices[marked] ? `${list}${marked}` : undefined}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <div role="listbox" id={list} aria-label={label} className={classes.options}>
          {choices.map((choice, index) => (
            <Option
              key={JSON.stringify(choice.change)}
              id={`${list}${index}`}
              choice={choice}
              marked={index === marked}
              onPick={() => pick(choice)}
            />
          ))}
          {choices.length === 0 ? <div className={classes.option}>The item has no such product</div> : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: ProductChoice;
  readonly marked: boolean;
  readonly onPick: () => void;
}

function Option({ id, choice: { label, note, chosen }, marked, onPick }: OptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (marked) option.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text box has the focus, and its keys choose
    // biome-ignore lint/a11y/useFocusableInteractive: the text box has the focus
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={marked}
      className={classes.option}
      // the text box keeps the focus
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span dir="auto">{label}</span> <small className={classes.note}>{note}</small>
      {chosen ? <Check size={14} className={classes.chosen} aria-hidden /> : null}
    </div>
  );
}
