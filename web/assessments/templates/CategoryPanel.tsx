import { Button, Text, TextInput, VisuallyHidden } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { type ComponentProps, type RefCallback, useState } from 'react';
import type { StackItem } from '../../../contract/stack-items.ts';
import type { AnswerChoice } from '../../../domain/assessments/answer-scale.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import panel from '../../ui/Panel.module.css';
import { movedAfter } from '../../ui/reorder/drop-place.ts';
import { ReorderHandle } from '../../ui/reorder/ReorderHandle.tsx';
import { useReorder } from '../../ui/reorder/use-reorder.ts';
import { ItemRow } from './ItemRow.tsx';
import { copyOf, type DraftCategory, type DraftItem, newItem } from './template-draft.ts';
import classes from './templates.module.css';

interface CategoryPanelProps {
  readonly category: DraftCategory;
  /** The template's answers. */
  readonly scale: readonly AnswerChoice[];
  readonly stack: readonly StackItem[];
  readonly handle: Partial<ComponentProps<typeof ReorderHandle>>;
  readonly panelRef: RefCallback<HTMLElement>;
  readonly held: boolean;
  readonly drop: 'before' | 'after' | undefined;
  readonly onChange: (category: DraftCategory) => void;
  readonly onDelete: () => void;
}

/** A category with its questions, in their order. */
export function CategoryPanel(props: CategoryPanelProps) {
  const { category, scale, stack, handle, panelRef, held, drop, onChange, onDelete } = props;
  const { name, items } = category;
  const [opened, setOpened] = useState<string | null>(
    items.find(({ question }) => question === '')?.key ?? null,
  );
  const [said, setSaid] = useState('');
  const ids = items.map(({ key }) => key);
  const set = (next: readonly DraftItem[]) => onChange({ ...category, items: next });
  const reorder = useReorder({
    ids,
    onMove: (key, after) => {
      const order = movedAfter(ids, key, after);
      if (!order) return;
      set(order.map((id) => items.find((it) => it.key === id)!));
      setSaid(
        `${items.find((it) => it.key === key)!.question}: place ${order.indexOf(key) + 1} of ${order.length}`,
      );
    },
  });
  const put = (item: DraftItem, after: string | null) => {
    const at = after === null ? items.length : ids.indexOf(after) + 1;
    set([...items.slice(0, at), item, ...items.slice(at)]);
    setOpened(item.key);
  };
  return (
    <section
      ref={panelRef}
      className={`${panel.panel} ${classes.category}`}
      aria-label={name || 'New category'}
      data-held={held || undefined}
      data-drop={drop}
    >
      <div className={classes.categoryHead}>
        <ReorderHandle name={name || 'category'} {...handle} />
        <TextInput
          aria-label="Category"
          placeholder="Category"
          value={name}
          onChange={(event) => onChange({ ...category, name: event.currentTarget.value })}
          className={classes.grow ?? ''}
          fw={600}
        />
        <IconButton
          icon={Trash2}
          label={`Delete ${name || 'category'} with its questions`}
          onClick={onDelete}
        />
      </div>
      <ol className={classes.items} aria-label={`Questions of ${name || 'category'}`}>
        {items.map((item, index) => (
          <ItemRow
            key={item.key}
            item={item}
            scale={scale}
            stack={stack}
            open={opened === item.key}
            onToggle={() => setOpened(opened === item.key ? null : item.key)}
            onChange={(next) => set(items.map((it) => (it.key === item.key ? next : it)))}
            onDelete={() => set(items.filter((it) => it.key !== item.key))}
            onDuplicate={() => put(copyOf(item), item.key)}
            handle={reorder.handle(item.key)}
            rowRef={reorder.row(item.key)}
            held={reorder.drag?.id === item.key}
            drop={
              reorder.drag?.after === item.key
                ? 'after'
                : reorder.drag?.after === null && index === 0
                  ? 'before'
                  : undefined
            }
          />
        ))}
      </ol>
      {items.length === 0 ? (
        <Text fz="sm" c="dimmed" mb="xs">
          A category without questions is not kept.
        </Text>
      ) : null}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => put(newItem(), null)}
        aria-label={`Add question to ${name || 'category'}`}
      >
        Add question
      </Button>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </section>
  );
}
