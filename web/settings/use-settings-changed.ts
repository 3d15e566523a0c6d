import { useQueryClient } from '@tanstack/react-query';

/** Settings hold for every company: everything that was loaded is asked for anew. */
export function useSettingsChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries();
}
