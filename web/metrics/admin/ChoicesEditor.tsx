import { Button, Text, TextInput } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { IconButton } from '../../ui/IconButton.tsx';
import classes from './admin.module.css';
import { DecimalInput } from './DecimalInput.tsx';
import type { DraftMetric } from './metrics-draft.ts';

type Choices = Extract<DraftMetric, { kind: 'custom' }>['choices'];

interface ChoicesEditorProps {
  readonly choices: Choices;
  readonly error: string | undefined;
  readonly onChange: (choices: Choices) => void;
}

/** Names for some of the points that can be picked. */
export function ChoicesEditor({ choices, error, onChange }: ChoicesEditorProps) {
  const set = (index: number, part: Partial<Choices[number]>) =>
    onChange(choices.map((choice, i) => (i === index ? { ...choice, ...part } : choice)));
  return (
    <fieldset className={classes.pairs} style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" fz="sm" fw={550}>
        Choices: points with a label
      </Text>
      {choices.map((choice, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place
        <div key={i} className={classes.pair}>
          <DecimalInput
            aria-label={`Choice ${i + 1}: points`}
            value={choice.points}
            onChange={(points) => set(i, { points })}
            w={84}
          />
          <TextInput
            aria-label={`Choice ${i + 1}: label`}
            value={choice.label}
            onChange={(event) => set(i, { label: event.currentTarget.value })}
            className={classes.grow ?? ''}
          />
          <IconButton
            icon={Trash2}
            label={`Remove choice ${i + 1}`}
            onClick={() => onChange(choices.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      {error ? (
        <Text fz="xs" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      ) : null}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...choices, { points: '', label: '' }])}
        >
          Add choice
        </Button>
      </div>
    </fieldset>
  );
}
