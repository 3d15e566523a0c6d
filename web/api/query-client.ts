import { notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './call.ts';

// the screen shows what changed in the cache before it hears the next key
notifyManager.setScheduler(queueMicrotask);

/** The cache of what the server said. `onSignedOut` runs when a request finds that the session is over. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isRefusal(error, 'unauthenticated')) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Only what may pass by itself is tried again.
        retry: (failures, error) => failures < 2 && isRefusal(error, 'unavailable'),
      },
    },
  });
}

export function isRefusal(error: unknown, code: ApiError['code']): boolean {
  return error instanceof ApiError && error.code === code;
}

/** The words of an error for people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
