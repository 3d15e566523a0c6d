import { List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Product, StackItem } from '../../contract/stack-items.ts';
import { mergeProduct, type ProductMerge } from '../../contract/stack-merge.ts';
import { call } from '../api/call.ts';
import { formatCount } from '../ui/numbers.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { productMergeQuery } from './queries.ts';
import { useMerge } from './use-merge.ts';

interface MergeProductProps {
  readonly product: Product;
  readonly item: StackItem;
  readonly onClose: () => void;
}

/** Merges a product into another of the same stack item. */
export function MergeProduct({ product, item, onClose }: MergeProductProps) {
  const [into, setInto] = useState<string | null>(null);
  const query = productMergeQuery(product.id, into ?? '');
  const preview = useQuery({ ...query, enabled: into !== null });
  const merging = useMerge({
    previewKey: query.queryKey,
    merge: (etag) => call(mergeProduct, { params: { id: product.id }, body: { into: into! }, ifMatch: etag }),
    onMerged: onClose,
  });
  return (
    <MergeDialog
      name={product.name}
      choices={item.products.filter(({ id }) => id !== product.id)}
      into={into}
      edit={into === null ? null : { what: 'merge', merge: { of: 'products', id: product.id, into } }}
      onChoose={(chosen) => {
        merging.reset();
        setInto(chosen);
      }}
      rule={
        <>
          Clients who have it are taken to have the one that stays, with that one’s name, standing and prices.
          Its product codes move; its MRR or one-time prices do only where the other has none at all. It
          cannot be undone.
        </>
      }
      preview={preview.data && <WhatMoves merge={preview.data} />}
      changed={merging.changed}
      pending={merging.pending}
      error={preview.error ?? merging.error}
      onMerge={() => preview.data && merging.merge(preview.data.etag)}
      onClose={onClose}
    />
  );
}

function WhatMoves({ merge }: { readonly merge: ProductMerge }) {
  const prices = [merge.takesMrrPrices ? 'MRR' : '', merge.takesOneTimePrices ? 'one-time' : ''].filter(
    Boolean,
  );
  return (
    <List fz="sm" spacing={2} aria-label="What moves">
      <List.Item>
        {formatCount(merge.companies, 'client names', 'clients name')} it:{' '}
        {formatCount(merge.current, 'time', 'times')} as current,{' '}
        {formatCount(merge.proposed, 'time', 'times')} as opportunity product
      </List.Item>
      {merge.followStanding > 0 ? (
        <List.Item>
          In {formatCount(merge.followStanding, 'cell', 'cells')} alignment follows the standing, which is
          another
        </List.Item>
      ) : null}
      {merge.addedCodes.length > 0 ? (
        <List.Item>
          {merge.into.name} gets the codes {merge.addedCodes.join(', ')}
        </List.Item>
      ) : null}
      {prices.length > 0 ? (
        <List.Item>
          {merge.into.name} gets its {prices.join(' and ')} prices
        </List.Item>
      ) : null}
    </List>
  );
}
