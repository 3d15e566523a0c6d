import { ActionIcon, Badge, Group } from '@mantine/core';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ComponentProps, type RefCallback, useId } from 'react';
import type { StackItem } from '../../../contract/stack-items.ts';
import type { AnswerChoice } from '../../../domain/assessments/answer-scale.ts';
import { ReorderHandle } from '../../ui/reorder/ReorderHandle.tsx';
import { ItemEditor } from './ItemEditor.tsx';
import type { DraftItem } from './template-draft.ts';
import classes from './templates.module.css';

interface ItemRowProps {
  readonly item: DraftItem;
  readonly scale: readonly AnswerChoice[];
  readonly stack: readonly StackItem[];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onChange: (item: DraftItem) => void;
  readonly onDelete: () => void;
  readonly onDuplicate: () => void;
  readonly handle: Partial<ComponentProps<typeof ReorderHandle>>;
  readonly rowRef: RefCallback<HTMLElement>;
  readonly held: boolean;
  readonly drop: 'before' | 'after' | undefined;
}

/** A question of a template; opened, with everything about it. */
export function ItemRow(props: ItemRowProps) {
  const { item, open, onToggle, handle, rowRef, held, drop, ...editor } = props;
  const fields = useId();
  const name = item.question || 'New question';
  const stackItem = props.stack.find(({ id }) => id === item.stackItem);
  return (
    <li ref={rowRef} className={classes.item} data-held={held || undefined} data-drop={drop}>
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
        <div className={classes.question} dir="auto">
          {name}
        </div>
        <Group gap={6} className={classes.marks ?? ''}>
          {stackItem ? <Badge color="gray">{stackItem.name}</Badge> : null}
          {item.answers ? <Badge color="blue">Own answers</Badge> : null}
          {item.notApplicable ? null : <Badge color="gray">Always applies</Badge>}
          <span className={classes.weight}>× {item.weight}</span>
        </Group>
      </div>
      <div id={fields}>{open ? <ItemEditor item={item} {...editor} /> : null}</div>
    </li>
  );
}
