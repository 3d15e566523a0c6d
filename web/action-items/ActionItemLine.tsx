import { Checkbox, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Trash2 from 'lucide-react/icons/trash-2';
import type { ReactNode } from 'react';
import { type ActionItem, deleteActionItem, updateActionItem } from '../../contract/action-items.ts';
import { call } from '../api/call.ts';
import { useEngagementChanged } from '../engagement/use-engagement-changed.ts';
import { useMay } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { IconButton } from '../ui/IconButton.tsx';
import classes from './action-items.module.css';

interface ActionItemLineProps {
  readonly item: ActionItem;
  /** Where it comes from. */
  readonly from?: ReactNode;
  readonly onDeleted?: () => void;
}

/** An action item that is checked off in place. */
export function ActionItemLine({ item, from, onDeleted }: ActionItemLineProps) {
  const mayEdit = useMay('edit_companies');
  const changed = useEngagementChanged();
  const check = useMutation({
    mutationFn: (done: boolean) => call(updateActionItem, { params: { id: item.id }, body: { done } }),
    onSettled: changed,
  });
  const remove = useMutation({
    mutationFn: () => call(deleteActionItem, { params: { id: item.id } }),
    onSuccess: () => onDeleted?.(),
    onSettled: changed,
  });
  const done = check.isPending ? check.variables : item.done;
  const failed = check.error ?? remove.error;
  return (
    <li className={classes.line}>
      <Checkbox
        checked={done}
        disabled={!mayEdit}
        onChange={(event) => check.mutate(event.currentTarget.checked)}
        label={<span className={done ? classes.done : undefined}>{item.title}</span>}
        className={classes.check ?? ''}
      />
      <Text span fz="sm" c="dimmed" className={classes.facts ?? ''}>
        {failed ? <b>{failed.message} </b> : null}
        <Owner item={item} />
        {item.dueDate === null ? null : (
          <Text span inherit c={item.overdue ? 'red' : 'dimmed'} fw={item.overdue ? 600 : 400}>
            {item.overdue ? 'overdue since' : 'due'} {formatDay(item.dueDate)}
          </Text>
        )}
        {from}
      </Text>
      {onDeleted && mayEdit ? (
        <IconButton icon={Trash2} label={`Delete ${item.title}`} onClick={() => remove.mutate()} />
      ) : null}
    </li>
  );
}

function Owner({ item: { owner, ownerName } }: { readonly item: ActionItem }) {
  if (owner) return <span>{owner.name}</span>;
  return ownerName === null ? <span>nobody named</span> : <span>{ownerName} (client)</span>;
}
