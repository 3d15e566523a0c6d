import { Text, Textarea } from '@mantine/core';
import type { Meeting } from '../../contract/meetings.ts';
import { type SaveState, useAutosave } from './use-autosave.ts';

interface SelfSavingTextProps {
  readonly meeting: Meeting;
  readonly field: 'agenda' | 'notes';
  readonly label: string;
  readonly placeholder: string;
  readonly minRows: number;
  /** Hands over what adds a line at the end. */
  readonly children?: (add: (line: string) => void, text: string) => React.ReactNode;
}

const WORDS: Readonly<Record<SaveState, string>> = {
  saved: 'Saved',
  saving: 'Saving…',
  unsaved: 'Not saved yet',
  failed: 'The server cannot be reached; what you type stays here and is saved as soon as it answers',
  refused: 'This could not be saved: copy what you typed, and reload the page',
};

/** A text of a meeting that saves itself, and says so. */
export function SelfSavingText({
  meeting,
  field,
  label,
  placeholder,
  minRows,
  children,
}: SelfSavingTextProps) {
  const { text, state, change, saveNow } = useAutosave(meeting, field);
  const bad = state === 'failed' || state === 'refused';
  return (
    <>
      <Textarea
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => void saveNow()}
        autosize
        minRows={minRows}
        maxRows={30}
        dir="auto"
        styles={{ input: { fontSize: 'var(--mantine-font-size-md)', lineHeight: 1.55 } }}
      />
      <Text fz="xs" c={bad ? 'red' : 'dimmed'} mt={4} role="status">
        {WORDS[state]}
      </Text>
      {children?.((line) => change(text === '' ? line : `${text}\n${line}`), text)}
    </>
  );
}
