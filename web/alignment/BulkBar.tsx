import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AlignmentBulkChange, AlignmentRow } from '../../contract/alignment.ts';
import { FormError } from '../ui/FormError.tsx';
import { formatCount } from '../ui/numbers.ts';
import classes from './alignment.module.css';
import { BULK_ACTIONS, reachedBy } from './bulk-actions.ts';
import { readTyped } from './typed-change.ts';

interface BulkBarProps {
  /** The selected rows in view. */
  readonly rows: readonly AlignmentRow[];
  readonly saveMany: (stackItems: readonly string[], change: AlignmentBulkChange) => Promise<void>;
  readonly onClear: () => void;
}

/** Sets one thing in every selected row: in all of them, or in none. */
export function BulkBar({ rows, saveMany, onClear }: BulkBarProps) {
  const [label, setLabel] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const action = BULK_ACTIONS.find((candidate) => candidate.label === label);
  const reached = action ? reachedBy(action, rows) : rows;
  const set = useMutation({
    mutationFn: (change: AlignmentBulkChange) =>
      saveMany(
        reached.map(({ stackItem }) => stackItem.id),
        change,
      ),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!action || reached.length === 0) return;
    const typed = action.field ? readTyped(action.field, text) : action;
    if ('problem' in typed && typed.problem) setProblem(typed.problem);
    else if (typed.change) set.mutate(typed.change);
  };
  const leftOut = rows.length - reached.length;
  return (
    <form className={classes.bulk} onSubmit={submit} noValidate aria-label="Set in the selected rows">
      <p>
        <b>{formatCount(rows.length, 'row', 'rows')} selected.</b>{' '}
        {leftOut > 0
          ? `${formatCount(leftOut, 'is', 'are')} not applicable and will stay as ${leftOut === 1 ? 'it is' : 'they are'}.`
          : null}
      </p>
      <Select
        size="xs"
        w={270}
        label="Set"
        placeholder="Choose what"
        data={BULK_ACTIONS.map((candidate) => candidate.label)}
        value={label}
        onChange={(next) => {
          setLabel(next);
          setProblem('');
          set.reset();
        }}
        searchable
        maxDropdownHeight={340}
      />
      {action?.field ? (
        <TextInput
          size="xs"
          label="To"
          value={text}
          error={problem}
          dir="auto"
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblem('');
          }}
        />
      ) : null}
      <Button size="xs" type="submit" loading={set.isPending} disabled={!action || reached.length === 0}>
        Set in {formatCount(reached.length, 'row', 'rows')}
      </Button>
      <Button size="xs" variant="default" onClick={onClear}>
        Clear the selection
      </Button>
      <FormError error={set.error} />
    </form>
  );
}
