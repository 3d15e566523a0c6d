import { Button, Stack, Textarea } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import { useRef, useState } from 'react';
import { NewAlignmentNote } from '../../contract/alignment-notes.ts';
import { formatWhole } from '../ui/numbers.ts';

interface Draft {
  readonly id: number;
  readonly text: string;
}

/** Notes that are being written. */
export function useNoteDrafts() {
  const nextId = useRef(1);
  const [drafts, setDrafts] = useState<readonly Draft[]>([{ id: 0, text: '' }]);
  const [discarding, setDiscarding] = useState(false);
  const written = drafts.map(({ text }) => text).filter((text) => text.trim() !== '');
  return {
    drafts,
    /** The texts of those that say something. */
    written,
    problem: written.some((text) => problemOf(text) !== null),
    discarding,
    askToDiscard: () => setDiscarding(true),
    write: (id: number, text: string) =>
      setDrafts((all) => all.map((draft) => (draft.id === id ? { id, text } : draft))),
    more: () => setDrafts((all) => [...all, { id: nextId.current++, text: '' }]),
    /** What is saved is no draft any more. */
    remove: (text: string) =>
      setDrafts((all) => {
        const at = all.findIndex((draft) => draft.text === text);
        return all.filter((_, index) => index !== at);
      }),
  };
}

const problemOf = (text: string): string | null =>
  NewAlignmentNote.safeParse({ text }).success
    ? null
    : `A note has at most 100,000 characters and no control character NUL; this one has ${formatWhole(text.length)}.`;

interface NoteDraftsProps {
  readonly drafts: ReturnType<typeof useNoteDrafts>;
  readonly name: string;
}

/** A text box for each note that is being written, and the + for another. */
export function NoteDrafts({ drafts, name }: NoteDraftsProps) {
  return (
    <Stack gap="xs" align="flex-start">
      {drafts.drafts.map(({ id, text }, index) => (
        <Textarea
          key={id}
          w="100%"
          aria-label={index === 0 ? `New note about ${name}` : `New note ${index + 1} about ${name}`}
          placeholder="Type a note"
          autosize
          minRows={2}
          maxRows={10}
          dir="auto"
          data-autofocus={index === 0 || undefined}
          autoFocus={index > 0}
          value={text}
          error={text.trim() === '' ? null : problemOf(text)}
          onChange={(event) => drafts.write(id, event.currentTarget.value)}
        />
      ))}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={drafts.more}
        disabled={drafts.drafts.at(-1)?.text.trim() === ''}
      >
        Another note
      </Button>
      {drafts.discarding ? <span role="alert">What you wrote is not saved yet.</span> : null}
    </Stack>
  );
}
