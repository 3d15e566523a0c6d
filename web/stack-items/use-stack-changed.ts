import { useQueryClient } from '@tanstack/react-query';

/** Every figure that can rest on the stack is asked for anew. */
export function useStackChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      ['stack-items', 'alignment', 'companies', 'dashboard', 'activity'].map((first) =>
        queryClient.invalidateQueries({ queryKey: [first] }),
      ),
    );
  };
}
