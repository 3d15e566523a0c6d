import { Button, Group } from '@mantine/core';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import type { AlignmentNote } from '../../contract/alignment-notes.ts';
import { formatMoment } from '../ui/days.ts';
import { IconButton } from '../ui/IconButton.tsx';
import classes from './alignment.module.css';

interface NoteItemProps {
  readonly note: AlignmentNote;
  readonly mayDelete: boolean;
  readonly pending: boolean;
  readonly onDelete: () => void;
}

/** A saved note with its trash icon, which asks once. */
export function NoteItem({ note, mayDelete, pending, onDelete }: NoteItemProps) {
  const { text, createdAt, createdBy } = note;
  const [asking, setAsking] = useState(false);
  return (
    <li className={classes.noteItem}>
      {mayDelete ? (
        <IconButton
          icon={Trash2}
          size="sm"
          color="red"
          label={`Delete the note “${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`}
          onClick={() => setAsking(true)}
        />
      ) : null}
      <div style={{ flex: 1, minWidth: 0 }}>
        <div className={classes.noteText} dir="auto">
          {text}
        </div>
        <div className={classes.noteMeta}>
          {[createdBy?.name, createdAt && formatMoment(createdAt)].filter(Boolean).join(', ')}
        </div>
        {asking ? (
          <Group gap="xs" mt={6}>
            <Button size="xs" color="red.9" loading={pending} onClick={onDelete}>
              Delete for good
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking(false)} autoFocus>
              Keep
            </Button>
          </Group>
        ) : null}
      </div>
    </li>
  );
}
