import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { updateWorkspaceSettings, type WorkspaceSettings } from '../../contract/workspace-settings.ts';
import { call } from '../api/call.ts';
import { type Conflict, conflictOf } from '../api/conflict.ts';
import { mergeEdits } from '../editing/merge-edits.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { problemsOf } from './problems.ts';
import { workspaceSettingsQuery } from './queries.ts';
import { changeOf, editedFields, type Field, type Values, valuesOf } from './values.ts';

type Merging = Values & Readonly<Record<string, unknown>>;

/** Two admins' edits brought together. */
interface Meanwhile {
  readonly changed: NonNullable<Conflict<unknown>['changed']>;
  /** Fields that both changed: one's own stands until theirs is taken. */
  readonly clashes: readonly Field[];
}

/**
 * Settings being edited over a state that was read once. When another admin was faster, their changes come in beside
 * one's own, and saving again saves both; what both changed is told.
 */
export function useWorkspaceSettings(read: WorkspaceSettings) {
  const queryClient = useQueryClient();
  const settingsChanged = useSettingsChanged();
  const [stored, setStored] = useState(read);
  const [values, setValues] = useState(() => valuesOf(read));
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  const base = useMemo(() => valuesOf(stored), [stored]);
  const edited = editedFields(base, values);
  const restart = (settings: WorkspaceSettings) => {
    setStored(settings);
    setValues(valuesOf(settings));
    setMeanwhile(null);
  };
  // somebody else's changes are taken over at once as long as nothing is edited here
  if (read.etag !== stored.etag && edited.length === 0) restart(read);
  const save = useMutation({
    mutationFn: () => call(updateWorkspaceSettings, { body: changeOf(base, values), ifMatch: stored.etag }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(workspaceSettingsQuery.queryKey, saved);
      restart(saved);
      await settingsChanged();
    },
    onError: (error) => {
      const conflict = conflictOf<WorkspaceSettings>(error);
      if (!conflict) return;
      const { current, changed } = conflict;
      const merged = mergeEdits(base as Merging, values as Merging, valuesOf(current) as Merging);
      queryClient.setQueryData(workspaceSettingsQuery.queryKey, current);
      setStored(current);
      setValues(merged.values);
      setMeanwhile({
        changed: changed ?? { by: null, at: new Date().toISOString() },
        clashes: merged.clashes as readonly Field[],
      });
    },
  });
  const used = new Set(
    stored.recommendationStatuses.filter((it) => it.recommendations > 0).map((it) => it.name),
  );
  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  return {
    stored,
    base,
    values,
    edited,
    problems: problemsOf(base, values, used),
    meanwhile,
    pending: save.isPending,
    error: conflictOf(save.error) ? null : save.error,
    set,
    /** Gives up one's own change of a field. */
    takeTheirs: (field: Field) => {
      set({ [field]: base[field] });
      setMeanwhile((before) => before && { ...before, clashes: before.clashes.filter((it) => it !== field) });
    },
    discard: () => {
      save.reset();
      restart(stored);
    },
    save: (afterwards: () => void) => save.mutate(undefined, { onSettled: afterwards }),
  };
}

export type Editing = ReturnType<typeof useWorkspaceSettings>;
