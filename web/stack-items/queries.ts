import { queryOptions } from '@tanstack/react-query';
import { listProductCodes } from '../../contract/product-codes.ts';
import { listStackItems } from '../../contract/stack-items.ts';
import { previewItemMerge, previewProductMerge } from '../../contract/stack-merge.ts';
import { call } from '../api/call.ts';

/** How often the page looks for what other administrators have changed. */
const LOOK_AGAIN = 15_000;

/** The whole stack, in its order. */
export const stackQuery = queryOptions({
  queryKey: ['stack-items', 'stack'],
  queryFn: ({ signal }) => call(listStackItems, {}, signal),
  refetchInterval: LOOK_AGAIN,
});

/** The codes on contract lines; under the stack's key, as they change with it. */
export const productCodesQuery = queryOptions({
  queryKey: ['stack-items', 'product-codes'],
  queryFn: ({ signal }) => call(listProductCodes, {}, signal),
});

/** What merging one item into another would do; asked for anew whenever it is looked at. */
export const itemMergeQuery = (id: string, into: string) =>
  queryOptions({
    queryKey: ['stack-items', 'merge', id, into],
    queryFn: ({ signal }) => call(previewItemMerge, { params: { id }, query: { into } }, signal),
    staleTime: 0,
    gcTime: 0,
  });

export const productMergeQuery = (id: string, into: string) =>
  queryOptions({
    queryKey: ['stack-items', 'merge-product', id, into],
    queryFn: ({ signal }) => call(previewProductMerge, { params: { id }, query: { into } }, signal),
    staleTime: 0,
    gcTime: 0,
  });
