import { Badge, Button, Text } from '@mantine/core';
import GitMerge from 'lucide-react/icons/git-merge';
import Plus from 'lucide-react/icons/plus';
import SquarePen from 'lucide-react/icons/square-pen';
import Trash from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import type { Product, StackItem } from '../../contract/stack-items.ts';
import { useMoney } from '../me/queries.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { NONE } from '../ui/numbers.ts';
import { DeleteProduct } from './DeleteProduct.tsx';
import { MergeProduct } from './MergeProduct.tsx';
import { ProductModal } from './ProductModal.tsx';
import { priceWords } from './price-words.ts';
import classes from './stack-items.module.css';
import { STANDING_COLORS } from './standing-colors.ts';
import { STANDING_NAMES } from './standings.ts';

type Open =
  | { readonly what: 'edit' | 'merge' | 'delete'; readonly product: Product }
  | { readonly what: 'add' };

/** What can be used for a stack item, and the buttons that change it. */
export function ProductRows({ item }: { readonly item: StackItem }) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={classes.products}>
      {item.products.length === 0 ? (
        <Text fz="sm" c="dimmed" px="sm" py={4}>
          No product yet. Without a preferred one there is nothing to propose to a client.
        </Text>
      ) : (
        <ul className={classes.productList} aria-label={`Products of ${item.name}`}>
          {item.products.map((product) => (
            <ProductRow
              key={product.id}
              product={product}
              alone={item.products.length === 1}
              onOpen={(what) => setOpen({ what, product })}
            />
          ))}
        </ul>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        ml={4}
        leftSection={<Plus size={14} aria-hidden />}
        aria-label={`Add a product to ${item.name}`}
        onClick={() => setOpen({ what: 'add' })}
      >
        Add product
      </Button>
      {open?.what === 'add' ? <ProductModal item={item} product={null} onClose={close} /> : null}
      {open?.what === 'edit' ? <ProductModal item={item} product={open.product} onClose={close} /> : null}
      {open?.what === 'merge' ? <MergeProduct item={item} product={open.product} onClose={close} /> : null}
      {open?.what === 'delete' ? <DeleteProduct product={open.product} onClose={close} /> : null}
    </div>
  );
}

interface ProductRowProps {
  readonly product: Product;
  /** The item has no other. */
  readonly alone: boolean;
  readonly onOpen: (what: 'edit' | 'merge' | 'delete') => void;
}

function ProductRow({ product, alone, onOpen }: ProductRowProps) {
  const money = useMoney();
  const [mrr, oneTime] = [priceWords(product, 'mrr', money), priceWords(product, 'oneTime', money)];
  const empty = (text: string) => (text === '' ? classes.empty : '');
  const codes = product.productCodes.join(', ');
  return (
    <li className={classes.product}>
      <span>{product.name}</span>
      <span className={classes.detail}>
        <Badge color={STANDING_COLORS[product.standing]}>{STANDING_NAMES[product.standing]}</Badge>
      </span>
      <span className={`${classes.detail} ${empty(codes)}`}>
        <span className={classes.label}>Codes: </span>
        <span>{codes || NONE}</span>
      </span>
      <span className={`${classes.detail} ${empty(mrr)}`}>
        <span className={classes.label}>MRR: </span>
        <span>{mrr || NONE}</span>
      </span>
      <span className={`${classes.detail} ${empty(oneTime)}`}>
        <span className={classes.label}>One-time: </span>
        <span>{oneTime || NONE}</span>
      </span>
      <span className={classes.actions}>
        <IconButton icon={SquarePen} label={`Edit ${product.name}`} onClick={() => onOpen('edit')} />
        {alone ? null : (
          <IconButton
            icon={GitMerge}
            label={`Merge ${product.name} into another`}
            onClick={() => onOpen('merge')}
          />
        )}
        <IconButton icon={Trash} label={`Delete ${product.name}`} onClick={() => onOpen('delete')} />
      </span>
    </li>
  );
}
