import { Alert, Button, Group, Text } from '@mantine/core';
import GitMerge from 'lucide-react/icons/git-merge';
import { formatMoment } from '../ui/days.ts';
import { periodName } from '../ui/quarters.ts';
import type { MoveClash as Clash } from './use-moves.ts';

interface MoveClashProps {
  readonly clash: Clash;
  readonly onKeep: () => void;
  readonly onMove: () => void;
}

/** Who else has moved or closed a recommendation meanwhile, and which of the two is to stand. */
export function MoveClash({ clash: { current, changed, to }, onKeep, onMove }: MoveClashProps) {
  const who = changed
    ? `${changed.by?.name ?? 'The command line'}, ${formatMoment(changed.at)}`
    : 'Somebody else';
  const theirs = current.open
    ? `put it into ${quarterWords(current.targetQuarter)}`
    : `set it to ${current.status ?? 'closed'}`;
  return (
    <Alert
      color="yellow"
      role="alert"
      mb="sm"
      icon={<GitMerge size={18} aria-hidden />}
      title={`${current.title} was changed by somebody else while you moved it`}
    >
      <Text fz="sm">
        {who}: {theirs}. You moved it to {quarterWords(to)}.
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={onKeep}>
          Leave it as it is
        </Button>
        {current.open ? (
          <Button size="xs" onClick={onMove}>
            Move it to {quarterWords(to)}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
}

const quarterWords = (quarter: string | null): string =>
  quarter === null ? 'no quarter' : periodName(quarter);
