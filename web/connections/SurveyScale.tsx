import { Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import type { Connection } from '../../contract/connections.ts';

type Scores = Connection['settings']['scores'];

interface SurveyScaleProps {
  readonly scores: Scores;
  readonly onChange: (scores: Scores) => void;
}

const FIVE_STARS = { positiveFrom: 4, negativeTo: 2 };

/** How a survey's score is read where the system does not say what it means. */
export function SurveyScale({ scores, onChange }: SurveyScaleProps) {
  return (
    <Stack gap="xs">
      <Text fw={550}>Survey scores</Text>
      <Checkbox
        label="Read scores whose scale the system does not tell"
        checked={scores !== null}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? FIVE_STARS : null)}
      />
      {scores ? (
        <Group gap="md">
          <NumberInput
            label="Positive from"
            value={scores.positiveFrom}
            onChange={(value) => onChange({ ...scores, positiveFrom: Number(value) })}
            w={140}
          />
          <NumberInput
            label="Negative up to"
            value={scores.negativeTo}
            error={scores.negativeTo < scores.positiveFrom ? null : 'Less than positive'}
            onChange={(value) => onChange({ ...scores, negativeTo: Number(value) })}
            w={140}
          />
        </Group>
      ) : null}
    </Stack>
  );
}
