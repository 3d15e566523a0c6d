import { Text } from '@mantine/core';
import type { Named } from '../../../contract/values.ts';
import { movedAfter } from '../../ui/reorder/drop-place.ts';
import { useReorder } from '../../ui/reorder/use-reorder.ts';
import { TemplateTaskRow } from './TemplateTaskRow.tsx';
import classes from './template.module.css';
import { copyOf, type DraftTask, type TemplateDraft } from './template-draft.ts';

interface TemplateTasksProps {
  readonly draft: TemplateDraft;
  readonly users: readonly Named[];
  /** The key of the task that is opened. */
  readonly opened: string | null;
  readonly onOpen: (key: string | null) => void;
  readonly onChange: (draft: TemplateDraft) => void;
  /** Told to screen readers. */
  readonly onSaid: (words: string) => void;
}

/** The tasks in their order, which is changed by dragging or by the keyboard. */
export function TemplateTasks({ draft, users, opened, onOpen, onChange, onSaid }: TemplateTasksProps) {
  const keys = draft.map(({ key }) => key);
  const named = (key: string) => draft.find((task) => task.key === key)!;
  const { drag, handle, row } = useReorder({
    ids: keys,
    onMove: (key, after) => {
      const order = movedAfter(keys, key, after);
      if (!order) return;
      onChange(order.map(named));
      onSaid(`${named(key).title}: place ${order.indexOf(key) + 1} of ${order.length}`);
    },
  });
  const replace = (key: string, ...by: DraftTask[]) =>
    onChange(draft.flatMap((task) => (task.key === key ? by : [task])));
  const duplicate = (task: DraftTask) => {
    const copy = copyOf(task);
    replace(task.key, task, copy);
    onOpen(copy.key);
  };
  return (
    <>
      <Text fz="sm" c="dimmed" mb={4}>
        At a client, tasks stand by their day; those of one day, and those without one, in this order.
      </Text>
      <ol className={classes.tasks} aria-label="Tasks of the template">
        {draft.map((task, i) => (
          <TemplateTaskRow
            key={task.key}
            task={task}
            users={users}
            open={opened === task.key}
            onToggle={() => onOpen(opened === task.key ? null : task.key)}
            onChange={(next) => replace(task.key, next)}
            onDelete={() => replace(task.key)}
            onDuplicate={() => duplicate(task)}
            handle={handle(task.key)}
            rowRef={row(task.key)}
            held={drag?.id === task.key}
            drop={drag?.after === task.key ? 'after' : drag?.after === null && i === 0 ? 'before' : undefined}
          />
        ))}
      </ol>
    </>
  );
}
