import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';

/** Goes to a page as whoever has just signed in, with nothing left of what was loaded for anybody else. */
export function useEnter(): (page: string) => void {
  const queryClient = useQueryClient();
  const router = useRouter();
  return (page) => {
    queryClient.clear();
    router.history.push(page);
  };
}
