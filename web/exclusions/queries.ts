import { queryOptions } from '@tanstack/react-query';
import { getExclusions, listExcludableContracts } from '../../contract/exclusions.ts';
import type { Named } from '../../contract/values.ts';
import { call } from '../api/call.ts';

/** Whose contracts are listed to choose from. */
export type Choice =
  | { readonly kind: 'vendor'; readonly vendor: string }
  /** Contracts without a vendor. */
  | { readonly kind: 'own' }
  | { readonly kind: 'company'; readonly company: Named };

export const exclusionsQuery = queryOptions({
  queryKey: ['exclusions'],
  queryFn: ({ signal }) => call(getExclusions, {}, signal),
});

export const excludableQuery = (choice: Choice) =>
  queryOptions({
    queryKey: ['exclusions', 'contracts', choice],
    queryFn: ({ signal }) => call(listExcludableContracts, { query: parametersOf(choice) }, signal),
  });

function parametersOf(choice: Choice) {
  switch (choice.kind) {
    case 'vendor':
      return { vendor: choice.vendor };
    case 'own':
      return { own: 'true' } as const;
    case 'company':
      return { company: choice.company.id };
  }
}
