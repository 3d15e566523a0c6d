import { Button, Group, Text } from '@mantine/core';
import ArrowRight from 'lucide-react/icons/arrow-right';
import { useState } from 'react';
import type { Lifecycle } from '../../contract/lifecycle.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { FormError } from '../ui/FormError.tsx';
import { formatCount } from '../ui/numbers.ts';
import { MoveModal } from './MoveModal.tsx';
import { useMove } from './use-move.ts';

interface MoveForwardProps {
  readonly lifecycle: Lifecycle;
  readonly to: Stage;
}

/** Moves a company on at once where nothing is missing, and else says why not. */
export function MoveForward({ lifecycle, to }: MoveForwardProps) {
  const { company, etag, stages } = lifecycle;
  const lacking = stages.find(({ stage }) => stage === to)?.lacking ?? [];
  const move = useMove(company);
  const [asking, setAsking] = useState(false);
  const ready = lacking.length === 0;
  return (
    <>
      <FormError error={move.error} />
      <Group gap="sm" mt="md">
        <Button
          variant={ready ? 'filled' : 'default'}
          rightSection={<ArrowRight size={16} aria-hidden />}
          loading={move.isPending}
          onClick={() => (ready ? move.mutate({ change: { to }, etag }) : setAsking(true))}
        >
          Move to {STAGE_NAMES[to]}
        </Button>
        <Text fz="sm" c="dimmed">
          {ready
            ? 'Nothing is missing.'
            : `${formatCount(lacking.length, 'thing is', 'things are')} missing.`}
        </Text>
      </Group>
      {asking ? <MoveModal company={company} to={to} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
