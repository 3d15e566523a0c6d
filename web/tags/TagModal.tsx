import { Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Tags, updateTags } from '../../contract/tags.ts';
import { call } from '../api/call.ts';
import { conflictOf } from '../api/conflict.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { Consequences } from './Consequences.tsx';
import { tagsQuery } from './queries.ts';
import { type TagAction, wantedOf } from './tag-action.ts';

interface TagModalProps {
  readonly action: TagAction;
  readonly tags: Tags;
  readonly onClose: () => void;
}

const TITLES = { rename: 'Rename', merge: 'Merge', delete: 'Delete' } as const;

/** Asks what is to become of a tag, and shows what that does before it is done. */
export function TagModal({ action, tags, onClose }: TagModalProps) {
  const { what, tag } = action;
  const queryClient = useQueryClient();
  const settingsChanged = useSettingsChanged();
  const [given, setGiven] = useState('');
  const wanted = wantedOf(action, given);
  const to = 'to' in wanted ? wanted.to : undefined;
  const [settled] = useDebouncedValue(to, 200);
  const save = useMutation({
    mutationFn: (name: string | null) =>
      call(updateTags, { body: { tags: [{ tag: tag.tag, to: name }] }, ifMatch: tags.etag }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(tagsQuery.queryKey, saved);
      onClose();
      await settingsChanged();
    },
    onError: (error) => {
      // what is stored now is shown, and saving again goes by that
      const conflict = conflictOf<Tags>(error);
      if (conflict) queryClient.setQueryData(tagsQuery.queryKey, conflict.current);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to !== undefined) save.mutate(to);
  };
  const exists = to !== undefined && to !== null && tags.items.some((other) => other.tag === to);
  return (
    <EditModal
      title={`${TITLES[what]} the tag ${tag.tag}`}
      action={what === 'rename' && exists ? 'Merge' : TITLES[what]}
      onClose={onClose}
      onSubmit={submit}
      pending={save.isPending}
      error={save.error}
    >
      {what === 'rename' ? (
        <TextInput
          label="New name"
          data-autofocus
          placeholder={tag.tag}
          value={given}
          error={'problem' in wanted ? wanted.problem : null}
          onChange={(event) => setGiven(event.currentTarget.value)}
        />
      ) : null}
      {what === 'merge' ? (
        <Select
          label="Into"
          data-autofocus
          placeholder="Choose a tag"
          searchable
          limit={100}
          data={tags.items.map((other) => other.tag).filter((name) => name !== tag.tag)}
          value={given || null}
          onChange={(name) => setGiven(name ?? '')}
        />
      ) : null}
      <Stack gap="sm">
        <Text fz="sm">{explanation(action, to, exists)}</Text>
        {settled === undefined || settled !== to ? null : (
          <Consequences tag={tag.tag} to={settled} etag={tags.etag} />
        )}
      </Stack>
    </EditModal>
  );
}

function explanation({ what, tag }: TagAction, to: string | null | undefined, exists: boolean): string {
  if (what === 'delete')
    return `“${tag.tag}” is taken off every company and stack item, and out of every saved view’s filter.`;
  if (to === undefined || to === null)
    return 'It is changed at every company and stack item of the workspace, and in every saved view.';
  if (exists) return `There is a tag “${to}” already: the two become one, which cannot be taken apart again.`;
  return `It is called “${to}” at every company and stack item, and in every saved view; no figure moves.`;
}
