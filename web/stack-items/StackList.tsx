import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { StackItem } from '../../contract/stack-items.ts';
import { FormError } from '../ui/FormError.tsx';
import { keyMove, movedAfter } from '../ui/reorder/drop-place.ts';
import { useReorder } from '../ui/reorder/use-reorder.ts';
import { DeleteItem } from './DeleteItem.tsx';
import { ItemModal } from './ItemModal.tsx';
import { type ItemAction, ItemRow } from './ItemRow.tsx';
import { MergeItem } from './MergeItem.tsx';
import { RetireItem } from './RetireItem.tsx';
import { afterAmongAll } from './search.ts';
import classes from './stack-items.module.css';
import { useMoveItem } from './use-move-item.ts';

interface StackListProps {
  /** The whole stack, in its order. */
  readonly stack: readonly StackItem[];
  /** Those of it that are shown. */
  readonly shown: readonly StackItem[];
  /** Ids of the items whose products are shown. */
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

/** A dialog about an item. */
interface Asked {
  readonly what: 'edit' | 'retire' | 'merge' | 'delete';
  readonly item: StackItem;
}

const KEYS = { top: 'Home', up: 'ArrowUp', down: 'ArrowDown', bottom: 'End' } as const;

/** The stack, item by item in its order, which can be changed by hand. */
export function StackList({ stack, shown, opened, onToggle }: StackListProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');
  const { moveItem, error: notMoved } = useMoveItem();
  const all = stack.map(({ id }) => id);
  const ids = shown.map(({ id }) => id);
  const moveShown = (id: string, after: string | null) => {
    const afterAll = afterAmongAll(all, ids, id, after);
    const order = movedAfter(all, id, afterAll);
    if (!order) return;
    moveItem(id, afterAll);
    const { name } = stack.find((item) => item.id === id)!;
    setSaid(`${name}: place ${order.indexOf(id) + 1} of ${order.length}`);
  };
  const reorder = useReorder({ ids, onMove: moveShown });
  const act = (item: StackItem, action: ItemAction) => {
    if (action === 'edit' || action === 'merge' || action === 'delete')
      return setAsked({ what: action, item });
    if (action === 'retire' || action === 'restore') return setAsked({ what: 'retire', item });
    const after = keyMove(ids, item.id, KEYS[action]);
    if (after !== undefined) moveShown(item.id, after);
  };
  const close = () => setAsked(null);
  return (
    <>
      <FormError error={notMoved} />
      <div className={classes.head} aria-hidden>
        <span />
        <span>Item</span>
        <span>Category</span>
        <span>Tags</span>
        <span className={classes.number}>Weight</span>
        <span>Products</span>
        <span />
      </div>
      <ol className={classes.list} aria-label="Stack items">
        {shown.map((item, index) => (
          <ItemRow
            key={item.id}
            item={item}
            open={opened.has(item.id)}
            onToggle={() => onToggle(item.id)}
            onAction={(action) => act(item, action)}
            rowRef={reorder.row(item.id)}
            handle={reorder.handle(item.id)}
            held={reorder.drag?.id === item.id}
            drop={dropSide(reorder.drag, item.id, index)}
          />
        ))}
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {asked?.what === 'edit' ? (
        <ItemModal item={asked.item} stack={stack} onClose={close} onSaved={() => undefined} />
      ) : null}
      {asked?.what === 'retire' ? <RetireItem item={asked.item} onClose={close} /> : null}
      {asked?.what === 'merge' ? <MergeItem item={asked.item} stack={stack} onClose={close} /> : null}
      {asked?.what === 'delete' ? <DeleteItem item={asked.item} onClose={close} /> : null}
    </>
  );
}

/** On which side of a row what is dragged would come. */
function dropSide(
  drag: { readonly after: string | null } | null,
  id: string,
  index: number,
): 'before' | 'after' | undefined {
  if (drag?.after === id) return 'after';
  return drag?.after === null && index === 0 ? 'before' : undefined;
}
