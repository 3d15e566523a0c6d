import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import classes from './metrics.module.css';

interface ScoreNoteProps {
  readonly name: string;
  readonly note: string | null;
  readonly pending: boolean;
  readonly onSave: (note: string | null, onSaved: () => void) => void;
}

/** What is being typed, and the note that stood when the typing began. */
interface Draft {
  readonly text: string;
  readonly base: string | null;
}

/** Why the points are what they are. A note that somebody else changes while one types is shown beside one's own. */
export function ScoreNote({ name, note, pending, onSave }: ScoreNoteProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const text = draft?.text ?? note ?? '';
  const changed = text.trim() !== (note ?? '');
  const save = () => onSave(text.trim() || null, () => setDraft(null));
  return (
    <div>
      <Textarea
        aria-label={`${name}: note`}
        placeholder="Why? Add a note"
        autosize
        minRows={1}
        maxRows={6}
        dir="auto"
        error={text.length > LONGEST ? 'At most 100,000 characters' : null}
        value={text}
        onChange={(event) => setDraft({ base: note, ...draft, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && changed) save();
        }}
      />
      {changed && draft && draft.base !== note ? (
        <Text fz="xs" mt={4} role="alert" className={classes.note ?? ''}>
          Changed meanwhile to {note === null ? 'nothing' : `“${note}”`}. Saving replaces that.
        </Text>
      ) : null}
      {changed ? (
        <Group gap={6} mt={6}>
          <Button size="xs" loading={pending} disabled={text.length > LONGEST} onClick={save}>
            Save note
          </Button>
          <Button size="xs" variant="default" onClick={() => setDraft(null)}>
            Discard
          </Button>
        </Group>
      ) : null}
    </div>
  );
}

const LONGEST = 100_000;
