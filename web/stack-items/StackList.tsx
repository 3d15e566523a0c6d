import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type StackItem, updateStackItem } from '../../contract/stack-items.ts';
import { call } from '../api/call.ts';
import { FormError } from '../ui/FormError.tsx';
import { DeleteItem } from './DeleteItem.tsx';
import { ItemModal } from './ItemModal.tsx';
import { type ItemAction, ItemRow } from './ItemRow.tsx';
import classes from './stack-items.module.css';
import { useStackChanged } from './use-stack-changed.ts';

interface StackListProps {
  readonly items: readonly StackItem[];
  /** Ids of the items whose products are shown. */
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

/** The stack, item by item in its order. */
export function StackList({ items, opened, onToggle }: StackListProps) {
  const stackChanged = useStackChanged();
  const [asked, setAsked] = useState<{ readonly what: 'edit' | 'delete'; readonly item: StackItem } | null>(
    null,
  );
  const retire = useMutation({
    mutationFn: ({ id, retired }: Pick<StackItem, 'id' | 'retired'>) =>
      call(updateStackItem, { params: { id }, body: { retired } }),
    onSettled: stackChanged,
  });
  const act = (item: StackItem, what: ItemAction) => {
    if (what === 'edit' || what === 'delete') setAsked({ what, item });
    else retire.mutate({ id: item.id, retired: what === 'retire' });
  };
  const close = () => setAsked(null);
  return (
    <>
      <FormError error={retire.error} />
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
        {items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            open={opened.has(item.id)}
            onToggle={() => onToggle(item.id)}
            onAction={(action) => act(item, action)}
          />
        ))}
      </ol>
      {asked?.what === 'edit' ? (
        <ItemModal item={asked.item} stack={items} onClose={close} onSaved={() => undefined} />
      ) : null}
      {asked?.what === 'delete' ? <DeleteItem item={asked.item} onClose={close} /> : null}
    </>
  );
}
