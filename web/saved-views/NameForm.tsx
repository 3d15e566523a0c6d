import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

interface NameFormProps {
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  /** The name to start from. */
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** One field for a name, one button. */
export function NameForm({ label, action, name, onName }: NameFormProps) {
  const [text, setText] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    onName(text.trim());
    setText('');
  };
  return (
    <form onSubmit={submit}>
      <Group gap={6} wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          aria-label={label}
          placeholder={label}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" disabled={!text.trim()}>
          {action}
        </Button>
      </Group>
    </form>
  );
}
