import { Badge, Checkbox, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { type OnboardingTask, updateOnboardingTask } from '../../contract/onboarding.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { formatDay, formatDayOf } from '../ui/days.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { Doing } from './OnboardingPanel.tsx';
import classes from './onboarding.module.css';
import { SIDE_NAMES } from './side-names.ts';

interface TaskLineProps {
  readonly task: OnboardingTask;
  /** Null: for somebody who only reads. */
  readonly onDo: ((doing: Doing) => void) | null;
}

/** A task that is ticked off in place. */
export function TaskLine({ task, onDo }: TaskLineProps) {
  const changed = useCompanyChanged();
  const tick = useMutation({
    mutationFn: (done: boolean) => call(updateOnboardingTask, { params: { id: task.id }, body: { done } }),
    onSettled: changed,
  });
  const done = tick.isPending ? tick.variables : task.done;
  const { id, title, description, note, side, required } = task;
  return (
    <li className={classes.task}>
      <Checkbox
        checked={done}
        disabled={onDo === null}
        onChange={(event) => tick.mutate(event.currentTarget.checked)}
        label={
          <span className={done ? classes.done : undefined} dir="auto">
            {title}
          </span>
        }
        description={
          description === null ? undefined : (
            <span className={classes.text} dir="auto">
              {description}
            </span>
          )
        }
        classNames={{ root: classes.check ?? '', labelWrapper: classes.checkText ?? '' }}
      />
      <div className={classes.about}>
        <div className={classes.badges}>
          <Badge size="sm" color={side === 'us' ? 'gray' : 'blue'}>
            {SIDE_NAMES[side]}
          </Badge>
          {required ? (
            <Badge size="sm" color="teal" variant="outline">
              Required
            </Badge>
          ) : null}
        </div>
        <Text fz="sm" component="div" className={classes.who ?? ''}>
          <span dir="auto">{ownerOf(task)}</span>
          <Due task={task} />
        </Text>
        {onDo ? (
          <div className={classes.buttons}>
            <IconButton icon={Pencil} label={`Edit ${title}`} onClick={() => onDo({ what: 'edit', id })} />
            <IconButton
              icon={Trash2}
              label={`Remove ${title}`}
              onClick={() => onDo({ what: 'remove', id })}
            />
          </div>
        ) : null}
      </div>
      {note === null ? null : (
        <Text fz="sm" component="div" className={classes.note ?? ''} dir="auto">
          {note}
        </Text>
      )}
      {tick.error ? (
        <Text fz="sm" c="red" component="div" role="alert" className={classes.note ?? ''}>
          {tick.error.message}
        </Text>
      ) : null}
    </li>
  );
}

function ownerOf({ owner, contact, ownerName }: OnboardingTask): string {
  return owner?.name ?? contact?.name ?? ownerName ?? 'Nobody named';
}

function Due({ task: { done, doneAt, doneBy, dueDate, overdue } }: { readonly task: OnboardingTask }) {
  if (done && doneAt !== null)
    return (
      <Text span inherit c="dimmed">
        done {formatDayOf(doneAt)}
        {doneBy === null ? '' : ` by ${doneBy.name}`}
      </Text>
    );
  if (dueDate === null) return null;
  return (
    <Text span inherit c={overdue ? 'red' : 'dimmed'} fw={overdue ? 600 : 400}>
      {overdue ? 'overdue since' : 'due'} {formatDay(dueDate)}
    </Text>
  );
}
