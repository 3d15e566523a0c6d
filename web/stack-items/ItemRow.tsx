import { ActionIcon, Badge, Group, Menu } from '@mantine/core';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import SquarePen from 'lucide-react/icons/square-pen';
import { type ComponentProps, type RefCallback, useId } from 'react';
import type { StackItem } from '../../contract/stack-items.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { formatCount, NONE } from '../ui/numbers.ts';
import { ReorderHandle } from '../ui/reorder/ReorderHandle.tsx';
import { ProductRows } from './ProductRows.tsx';
import classes from './stack-items.module.css';

/** What can be done to an item from its row. */
export type ItemAction =
  | 'edit'
  | 'retire'
  | 'restore'
  | 'merge'
  | 'delete'
  | 'top'
  | 'up'
  | 'down'
  | 'bottom';

interface ItemRowProps {
  readonly item: StackItem;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onAction: (action: ItemAction) => void;
  readonly rowRef: RefCallback<HTMLElement>;
  readonly handle: Partial<ComponentProps<typeof ReorderHandle>>;
  /** It is being dragged. */
  readonly held: boolean;
  /** Where what is dragged would be dropped. */
  readonly drop: 'before' | 'after' | undefined;
}

/** A stack item, and under it, once opened, its products. */
export function ItemRow(props: ItemRowProps) {
  const { item, open, onToggle, onAction, rowRef, handle, held, drop } = props;
  const products = useId();
  return (
    <li
      ref={rowRef}
      className={classes.item}
      aria-label={item.name}
      data-held={held || undefined}
      data-drop={drop}
    >
      <div className={classes.row}>
        <div className={classes.holds}>
          <ReorderHandle name={item.name} {...handle} />
          <ActionIcon
            aria-label={`Products of ${item.name}`}
            aria-expanded={open}
            aria-controls={products}
            onClick={onToggle}
          >
            {open ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
          </ActionIcon>
        </div>
        <div className={classes.title}>
          <div className={classes.name} dir="auto">
            {item.name}
            {item.retired ? <Badge color="gray">Retired</Badge> : null}
            {item.agreementInclusionDefault ? <Badge color="teal">In agreements</Badge> : null}
            {item.anyOneOf ? <Badge color="gray">Any one of: {item.anyOneOf}</Badge> : null}
          </div>
          {item.definition ? (
            <div className={classes.definition} title={item.definition} dir="auto">
              {item.definition}
            </div>
          ) : null}
        </div>
        <div className={`${classes.detail} ${item.category ? '' : classes.empty}`}>
          {item.category ?? NONE}
        </div>
        <div className={`${classes.detail} ${item.tags.length > 0 ? '' : classes.empty}`}>
          <Tags tags={item.tags} />
        </div>
        <div className={`${classes.detail} ${classes.number}`}>
          <span className={classes.label}>Weight: </span>
          <span>{item.weight}</span>
        </div>
        <div className={`${classes.detail} ${classes.quiet}`}>{productWords(item)}</div>
        <div className={classes.actions}>
          <IconButton icon={SquarePen} label={`Edit ${item.name}`} onClick={() => onAction('edit')} />
          <RowMenu item={item} onAction={onAction} />
        </div>
      </div>
      <div id={products}>{open ? <ProductRows item={item} /> : null}</div>
    </li>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return NONE;
  return (
    <Group gap={4}>
      {tags.map((tag) => (
        <Badge key={tag} color="gray">
          {tag}
        </Badge>
      ))}
    </Group>
  );
}

/** "3 products, preferred: Duo". */
function productWords({ products }: StackItem): string {
  const preferred = products.filter(({ standing }) => standing === 'preferred').map(({ name }) => name);
  const count = formatCount(products.length, 'product', 'products');
  return preferred.length > 0 ? `${count}, preferred: ${preferred.join(', ')}` : count;
}

function RowMenu({ item, onAction }: Pick<ItemRowProps, 'item' | 'onAction'>) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`More for ${item.name}`}>
          <EllipsisVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {item.retired ? (
          <Menu.Item onClick={() => onAction('restore')}>Restore…</Menu.Item>
        ) : (
          <Menu.Item onClick={() => onAction('retire')}>Retire…</Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => onAction('top')}>Move to the top</Menu.Item>
        <Menu.Item onClick={() => onAction('up')}>Move up</Menu.Item>
        <Menu.Item onClick={() => onAction('down')}>Move down</Menu.Item>
        <Menu.Item onClick={() => onAction('bottom')}>Move to the bottom</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => onAction('merge')}>Merge into another…</Menu.Item>
        <Menu.Item onClick={() => onAction('delete')}>Delete…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
