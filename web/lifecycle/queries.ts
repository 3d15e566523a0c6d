import { queryOptions } from '@tanstack/react-query';
import { getLifecycle } from '../../contract/lifecycle.ts';
import { call } from '../api/call.ts';

/** Where a company stands on its way, and how it came here. */
export const lifecycleQuery = (company: string) =>
  queryOptions({
    queryKey: ['lifecycle', 'company', company],
    queryFn: ({ signal }) => call(getLifecycle, { params: { id: company } }, signal),
  });
