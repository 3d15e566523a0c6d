import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Lifecycle } from '../../contract/lifecycle.ts';
import { useMay } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { formatCount } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { MoveModal } from './MoveModal.tsx';
import { StageLine } from './StageLine.tsx';

/** The stages as a line, how long the company has been on its way, and the button that moves it anywhere. */
export function StagesPanel({ lifecycle }: { readonly lifecycle: Lifecycle }) {
  const mayEdit = useMay('edit_companies');
  const [moving, setMoving] = useState(false);
  const { company } = lifecycle;
  return (
    <Panel
      title="Stages"
      actions={
        mayEdit ? (
          <Button size="xs" variant="default" onClick={() => setMoving(true)}>
            Move to another stage
          </Button>
        ) : null
      }
    >
      <StageLine lifecycle={lifecycle} />
      <Text fz="sm" c="dimmed" mt="sm">
        {timeInWords(lifecycle)}
      </Text>
      {moving ? <MoveModal company={company} to={null} onClose={() => setMoving(false)} /> : null}
    </Panel>
  );
}

function timeInWords({ stage, since, start, totalDays }: Lifecycle): string {
  if (stage === 'offboarded') return since === null ? 'It has left.' : `It left on ${formatDay(since)}.`;
  if (start === null || totalDays === null)
    return 'Nobody recorded when its stages began: it came with an import. Time counts from its next move on.';
  return `On its way for ${formatCount(totalDays, 'day', 'days')}, since ${formatDay(start)}.`;
}
