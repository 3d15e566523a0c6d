import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type AssessmentTemplate, updateAssessmentTemplate } from '../../../contract/assessment-templates.ts';
import { call } from '../../api/call.ts';
import { type Conflict, conflictOf } from '../../api/conflict.ts';
import { useSettingsChanged } from '../../settings/use-settings-changed.ts';
import { changeOf, draftOf, type TemplateDraft } from './template-draft.ts';

/** A template as it is being edited. When another administrator was faster, that is said, and saving again takes this draft. */
export function useTemplateDraft(loaded: AssessmentTemplate) {
  const queryClient = useQueryClient();
  const settingsChanged = useSettingsChanged();
  const [base, setBase] = useState(loaded);
  const [draft, setDraft] = useState<TemplateDraft>(() => draftOf(loaded));
  const [meanwhile, setMeanwhile] = useState<Conflict<unknown>['changed']>(null);
  const edited = JSON.stringify(changeOf(draft)) !== JSON.stringify(changeOf(draftOf(base)));
  // what comes in while nothing is edited is simply the new state
  if (!edited && loaded.etag !== base.etag) {
    setBase(loaded);
    setDraft(draftOf(loaded));
  }
  const mutation = useMutation({
    mutationFn: () =>
      call(updateAssessmentTemplate, { params: { id: base.id }, body: changeOf(draft), ifMatch: base.etag }),
    onSuccess: (stored) => {
      setBase(stored);
      setDraft(draftOf(stored));
      setMeanwhile(null);
      queryClient.setQueryData<{ items: AssessmentTemplate[] }>(
        ['assessment templates'],
        (known) => known && { items: known.items.map((it) => (it.id === stored.id ? stored : it)) },
      );
      void settingsChanged();
    },
    onError: (error) => {
      const conflict = conflictOf<AssessmentTemplate>(error);
      if (!conflict) return;
      setBase(conflict.current);
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
    change: (part: Partial<TemplateDraft>) => setDraft((now) => ({ ...now, ...part })),
    save: () => mutation.mutate(),
    discard: () => {
      setDraft(draftOf(base));
      setMeanwhile(null);
      mutation.reset();
    },
  };
}
