import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Every figure that can rest on what is stored about a company is asked for anew. */
export function useCompanyChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await Promise.all(
      ['me', 'companies', 'dashboard', 'renewals', 'lifecycle', 'activity'].map((first) =>
        queryClient.invalidateQueries({ queryKey: [first] }),
      ),
    );
  }, [queryClient]);
}
