import { ActionIcon, Badge } from '@mantine/core';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ComponentProps, type RefCallback, useId } from 'react';
import type { Named } from '../../../contract/values.ts';
import { OWNER_ROLE_NAMES } from '../../../domain/onboarding/sides.ts';
import { ReorderHandle } from '../../ui/reorder/ReorderHandle.tsx';
import { SIDE_NAMES } from '../side-names.ts';
import { TemplateTaskEditor } from './TemplateTaskEditor.tsx';
import classes from './template.module.css';
import type { DraftTask } from './template-draft.ts';

interface TemplateTaskRowProps {
  readonly task: DraftTask;
  readonly users: readonly Named[];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onChange: (task: DraftTask) => void;
  readonly onDelete: () => void;
  readonly onDuplicate: () => void;
  readonly handle: Partial<ComponentProps<typeof ReorderHandle>>;
  readonly rowRef: RefCallback<HTMLElement>;
  readonly held: boolean;
  readonly drop: 'before' | 'after' | undefined;
}

/** A task of the template; opened, with everything about it. */
export function TemplateTaskRow(props: TemplateTaskRowProps) {
  const { task, open, onToggle, handle, rowRef, held, drop, ...editor } = props;
  const fields = useId();
  const name = task.title || 'New task';
  return (
    <li ref={rowRef} className={classes.task} data-held={held || undefined} data-drop={drop}>
      <div className={classes.row}>
        <ReorderHandle name={name} {...handle} />
        <ActionIcon
          aria-label={`Edit ${name}`}
          aria-expanded={open}
          aria-controls={fields}
          onClick={onToggle}
        >
          {open ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
        </ActionIcon>
        <div className={classes.title} dir="auto">
          {name}
        </div>
        <div className={classes.marks}>
          {task.required ? (
            <Badge size="sm" color="teal" variant="outline">
              Required
            </Badge>
          ) : null}
          <Badge size="sm" color={task.side === 'us' ? 'gray' : 'blue'}>
            {SIDE_NAMES[task.side]}
          </Badge>
          <span className={classes.owner}>{ownerOf(task, editor.users)}</span>
          <span className={classes.day}>{task.dueDays === null ? 'no day' : `day ${task.dueDays}`}</span>
        </div>
      </div>
      <div id={fields}>{open ? <TemplateTaskEditor task={task} {...editor} /> : null}</div>
    </li>
  );
}

function ownerOf({ owner, ownerRole, ownerName }: DraftTask, users: readonly Named[]): string {
  if (owner !== null) return users.find(({ id }) => id === owner)?.name ?? owner;
  return ownerRole === null ? (ownerName ?? 'Nobody named') : OWNER_ROLE_NAMES[ownerRole];
}
