import { queryOptions } from '@tanstack/react-query';
import { listStackItems } from '../../contract/stack-items.ts';
import { call } from '../api/call.ts';

/** How often the page looks for what other administrators have changed. */
const LOOK_AGAIN = 15_000;

/** The whole stack, in its order. */
export const stackQuery = queryOptions({
  queryKey: ['stack-items'],
  queryFn: ({ signal }) => call(listStackItems, {}, signal),
  refetchInterval: LOOK_AGAIN,
});
