import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useCompanyChanged } from '../companies/use-company-changed.ts';

const OWN = ['meetings', 'cadences', 'action-items', 'escalations'];

/** Everything that can rest on meetings, cadences and escalations is asked for anew: figures of health do as well. */
export function useEngagementChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  return useCallback(async () => {
    await Promise.all([
      companyChanged(),
      ...OWN.map((first) => queryClient.invalidateQueries({ queryKey: [first] })),
    ]);
  }, [queryClient, companyChanged]);
}
