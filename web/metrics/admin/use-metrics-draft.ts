import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type MetricDefinitions, updateMetricDefinitions } from '../../../contract/metric-definitions.ts';
import type { ScoreKind } from '../../../contract/metrics.ts';
import { call } from '../../api/call.ts';
import { type Conflict, conflictOf } from '../../api/conflict.ts';
import { useSettingsChanged } from '../../settings/use-settings-changed.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { changeOf, draftOf, isEdited, type MetricsDraft } from './metrics-draft.ts';
import { metricDefinitionsQuery } from './queries.ts';

/**
 * Metrics and bands as they are being edited. When another administrator was faster, one's own edits come to stand on top
 * of theirs, to be looked over and saved again.
 */
export function useMetricsDraft(kind: ScoreKind, loaded: MetricDefinitions) {
  const queryClient = useQueryClient();
  const settingsChanged = useSettingsChanged();
  const [base, setBase] = useState(loaded);
  const [draft, setDraft] = useState<MetricsDraft>(() => draftOf(loaded));
  const [meanwhile, setMeanwhile] = useState<Conflict<unknown>['changed']>(null);
  const edited = isEdited(base, draft);
  // what comes in while nothing is edited is simply the new state
  if (!edited && loaded.etag !== base.etag && loaded.version >= base.version) {
    setBase(loaded);
    setDraft(draftOf(loaded));
  }
  const begin = (stored: MetricDefinitions) => {
    queryClient.setQueryData(metricDefinitionsQuery(kind).queryKey, stored);
    setBase(stored);
  };
  const mutation = useMutation({
    mutationFn: () =>
      call(updateMetricDefinitions, { params: { kind }, body: changeOf(draft), ifMatch: base.etag }),
    onSuccess: (stored) => {
      begin(stored);
      setDraft(draftOf(stored));
      setMeanwhile(null);
      void settingsChanged();
    },
    onError: (error) => {
      const conflict = conflictOf<MetricDefinitions>(error);
      if (!conflict) return;
      setDraft(mergeDrafts(draftOf(base), draft, draftOf(conflict.current)));
      begin(conflict.current);
      setMeanwhile(conflict.changed ?? { by: null, at: new Date().toISOString() });
    },
  });
  return {
    stored: base,
    draft,
    edited,
    meanwhile,
    pending: mutation.isPending,
    error: conflictOf(mutation.error) ? null : mutation.error,
    change: (part: Partial<MetricsDraft>) => setDraft((now) => ({ ...now, ...part })),
    save: (onSaved: () => void) => mutation.mutate(undefined, { onSuccess: onSaved }),
    discard: () => {
      setDraft(draftOf(base));
      setMeanwhile(null);
      mutation.reset();
    },
  };
}
