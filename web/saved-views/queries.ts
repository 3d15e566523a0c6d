import { queryOptions } from '@tanstack/react-query';
import { listSavedViews } from '../../contract/saved-views.ts';
import { call } from '../api/call.ts';

export const savedViewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: ({ signal }) => call(listSavedViews, {}, signal),
});
