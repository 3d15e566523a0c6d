import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { conflictOf } from '../api/conflict.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';

interface MergeOptions {
  /** Of the preview that was shown. */
  readonly previewKey: QueryKey;
  /** Merges, if the preview with this ETag still holds. */
  readonly merge: (etag: string) => Promise<unknown>;
  readonly onMerged: () => void;
}

/** Does what a preview said. Should it no longer hold, nothing is done and the present one is shown. */
export function useMerge({ previewKey, merge, onMerged }: MergeOptions) {
  const queryClient = useQueryClient();
  const settingsChanged = useSettingsChanged();
  const mutation = useMutation({
    mutationFn: merge,
    onSuccess: () => {
      void settingsChanged();
      onMerged();
    },
    onError: (error) => {
      const conflict = conflictOf(error);
      if (conflict) queryClient.setQueryData(previewKey, conflict.current);
    },
  });
  const changed = conflictOf(mutation.error) !== null;
  return {
    merge: mutation.mutate,
    pending: mutation.isPending,
    /** The preview is another than the one that was to be done. */
    changed,
    error: changed ? null : mutation.error,
    reset: mutation.reset,
  };
}
