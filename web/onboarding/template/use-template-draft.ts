import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type OnboardingTemplate, updateOnboardingTemplate } from '../../../contract/onboarding-template.ts';
import { call } from '../../api/call.ts';
import { type Conflict, conflictOf } from '../../api/conflict.ts';
import { useSettingsChanged } from '../../settings/use-settings-changed.ts';
import { onboardingTemplateQuery } from '../queries.ts';
import { changeOf, changesInWords, draftOf, type TemplateDraft } from './template-draft.ts';

/** The template as it is being edited. When another administrator was faster, that is said, and saving again takes this draft. */
export function useTemplateDraft(loaded: OnboardingTemplate) {
  const queryClient = useQueryClient();
  const settingsChanged = useSettingsChanged();
  const [base, setBase] = useState(loaded);
  const [draft, setDraft] = useState<TemplateDraft>(() => draftOf(loaded));
  const [meanwhile, setMeanwhile] = useState<Conflict<unknown>['changed']>(null);
  const changes = changesInWords(base, draft);
  // what comes in while nothing is edited is simply the new state
  if (changes === null && loaded.etag !== base.etag) {
    setBase(loaded);
    setDraft(draftOf(loaded));
  }
  const mutation = useMutation({
    mutationFn: () => {
      // what somebody else has taken out meanwhile is put in again
      const known = new Set(base.tasks.map(({ id }) => id));
      const { tasks } = changeOf(draft);
      const body = {
        tasks: tasks.map((task) => ({ ...task, id: known.has(task.id ?? '') ? task.id : null })),
      };
      return call(updateOnboardingTemplate, { body, ifMatch: base.etag });
    },
    onSuccess: (stored) => {
      setBase(stored);
      setDraft(draftOf(stored));
      setMeanwhile(null);
      queryClient.setQueryData(onboardingTemplateQuery.queryKey, stored);
      void settingsChanged();
    },
    onError: (error) => {
      const conflict = conflictOf<OnboardingTemplate>(error);
      if (!conflict) return;
      setBase(conflict.current);
      setMeanwhile(conflict.changed ?? { by: null, at: new Date().toISOString() });
    },
  });
  return {
    draft,
    changes,
    meanwhile,
    pending: mutation.isPending,
    error: conflictOf(mutation.error) ? null : mutation.error,
    set: setDraft,
    save: () => mutation.mutate(),
    discard: () => {
      setDraft(draftOf(base));
      setMeanwhile(null);
      mutation.reset();
    },
  };
}
