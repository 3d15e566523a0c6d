import { Alert, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { MetricScoreChange, MetricCard as Part, ScoreKind } from '../../contract/metrics.ts';
import type { Conflict } from '../api/conflict.ts';
import { formatMoment } from '../ui/days.ts';
import { formatDecimal } from '../ui/numbers.ts';
import { metricsQuery } from './queries.ts';

interface ScoreConflictProps {
  readonly company: string;
  readonly kind: ScoreKind;
  readonly conflict: Conflict<Part>;
  readonly mine: MetricScoreChange | null;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody else has set the metric meanwhile: both versions, for one to be chosen. */
export function ScoreConflict(props: ScoreConflictProps) {
  const { company, kind, conflict, mine, onKeepMine, onTakeTheirs } = props;
  const queryClient = useQueryClient();
  const { current, changed } = conflict;
  const takeTheirs = () => {
    onTakeTheirs();
    void queryClient.invalidateQueries({ queryKey: metricsQuery(company, kind).queryKey });
  };
  return (
    <Alert
      color="yellow"
      variant="light"
      role="alert"
      p="sm"
      title={`${changed?.by?.name ?? 'Somebody else'} changed this${changed ? ` (${formatMoment(changed.at)})` : ''}`}
    >
      <Text fz="sm">Theirs: {inWords(current.points, current.note)}</Text>
      <Text fz="sm">
        Yours, not saved: {inWords(mine?.points ?? null, mine?.note === undefined ? current.note : mine.note)}
      </Text>
      <Group gap={6} mt="xs">
        <Button size="xs" onClick={onKeepMine}>
          Save mine
        </Button>
        <Button size="xs" variant="default" onClick={takeTheirs}>
          Take theirs
        </Button>
      </Group>
    </Alert>
  );
}

const inWords = (points: number | null, note: string | null) =>
  `${points === null ? 'not set' : formatDecimal(points)}${note ? `, “${note}”` : ''}`;
