import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { FormError } from '../ui/FormError.tsx';
import classes from './alignment.module.css';
import { NoteDrafts, useNoteDrafts } from './NoteDrafts.tsx';
import { NoteItem } from './NoteItem.tsx';
import { notesQuery } from './queries.ts';
import { useNotes } from './use-notes.ts';

interface NotesModalProps {
  readonly company: string;
  readonly row: AlignmentRow;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}

/** The notes about one service at a company, newest first; each can be deleted by itself, and several added at once. */
export function NotesModal({ company, row, mayEdit, onClose }: NotesModalProps) {
  const { id, name } = row.stackItem;
  const notes = useQuery(notesQuery(company, id));
  const { add, remove } = useNotes(company, id);
  const drafts = useNoteDrafts();
  const mayAdd = mayEdit && row.applicable;
  const close = () => (drafts.written.length > 0 ? drafts.askToDiscard() : onClose());
  const save = () => {
    if (drafts.problem) return;
    add.mutate({ texts: drafts.written, onAdded: drafts.remove }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={close} title={`Notes about ${name}`} size="lg" closeOnClickOutside={false}>
      <Stack gap="md">
        {row.definition ? (
          <Text fz="sm" c="dimmed" dir="auto">
            {row.definition}
          </Text>
        ) : null}
        {mayAdd ? <NoteDrafts drafts={drafts} name={name} /> : null}
        {mayEdit && !row.applicable ? (
          <Text fz="sm">Check Applicable to add notes: the row is not meant for this company now.</Text>
        ) : null}
        <FormError error={add.error ?? remove.error ?? notes.error} />
        {mayAdd ? (
          <Group justify="flex-end" gap="xs">
            {drafts.discarding ? (
              <Button variant="default" color="red" onClick={onClose}>
                Discard what I wrote
              </Button>
            ) : null}
            <Button onClick={save} loading={add.isPending} disabled={drafts.written.length === 0}>
              Save
            </Button>
          </Group>
        ) : null}
        {notes.data ? (
          <ul className={classes.noteList} aria-label="Saved notes">
            {notes.data.items.map((note) => (
              <NoteItem
                key={note.id}
                note={note}
                mayDelete={mayEdit}
                pending={remove.isPending}
                onDelete={() => remove.mutate(note.id)}
              />
            ))}
          </ul>
        ) : notes.error ? null : (
          <Skeleton h={60} />
        )}
        {notes.data?.items.length === 0 ? (
          <Text fz="sm" c="dimmed">
            There are no notes yet.
          </Text>
        ) : null}
      </Stack>
    </Modal>
  );
}
