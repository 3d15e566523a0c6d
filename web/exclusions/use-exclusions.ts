import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type ExcludableContract, type Exclusions, updateExclusions } from '../../contract/exclusions.ts';
import { call } from '../api/call.ts';
import { type Conflict, conflictOf } from '../api/conflict.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { changeOf, isDrafted, NOTHING_DRAFTED, rebased, withContracts, withVendor } from './draft.ts';
import { exclusionsQuery } from './queries.ts';

/**
 * Exclusions being chosen over what is stored. What somebody else has saved meanwhile is taken over, told (`meanwhile`),
 * and never undone by saving.
 */
export function useExclusions(stored: Exclusions) {
  const queryClient = useQueryClient();
  const settingsChanged = useSettingsChanged();
  const [chosen, setChosen] = useState(NOTHING_DRAFTED);
  const [meanwhile, setMeanwhile] = useState<Conflict<Exclusions>['changed']>(null);
  const draft = useMemo(() => rebased(chosen, stored), [chosen, stored]);
  const save = useMutation({
    mutationFn: () => call(updateExclusions, { body: changeOf(draft), ifMatch: stored.etag }),
    onSuccess: async (saved) => {
      setMeanwhile(null);
      setChosen(NOTHING_DRAFTED);
      queryClient.setQueryData(exclusionsQuery.queryKey, saved);
      await settingsChanged();
    },
    onError: (error) => {
      const conflict = conflictOf<Exclusions>(error);
      if (!conflict) return;
      queryClient.setQueryData(exclusionsQuery.queryKey, conflict.current);
      setMeanwhile(conflict.changed ?? { by: null, at: new Date().toISOString() });
    },
  });
  return {
    draft,
    drafted: isDrafted(draft),
    meanwhile,
    pending: save.isPending,
    error: conflictOf(save.error) ? null : save.error,
    setContracts: (contracts: readonly ExcludableContract[], excluded: boolean) =>
      setChosen((before) => withContracts(before, stored, contracts, excluded)),
    setVendor: (vendor: string, excluded: boolean) =>
      setChosen((before) => withVendor(before, stored, vendor, excluded)),
    discard: () => {
      setChosen(NOTHING_DRAFTED);
      setMeanwhile(null);
      save.reset();
    },
    /** `afterwards` also when it was refused. */
    save: (afterwards: () => void) => save.mutate(undefined, { onSettled: afterwards }),
  };
}
