import { Alert, Button, Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import CircleAlert from 'lucide-react/icons/circle-alert';
import { useState } from 'react';
import type { ValueKind } from '../../domain/segments/midpoint.ts';
import type { Changes } from '../../domain/what-if/changes.ts';
import { useMoney } from '../me/queries.ts';
import { formatCount } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { CompaniesMoved } from './CompaniesMoved.tsx';
import { FiguresMoved } from './FiguresMoved.tsx';
import { countLines, moneyLines, scoreLines, segmentLines } from './figure-lines.tsx';
import { summaryWords } from './moved-words.ts';
import type { WhatIf } from './use-what-if.ts';
import classes from './what-if.module.css';

interface WhatIfPanelProps {
  readonly whatIf: WhatIf;
  /** Whether anything has been edited: without, the panel tells how things stand. */
  readonly edited: boolean;
}

/** What saving would do: who changes status and segment, and how the figures move. */
export function WhatIfPanel({ whatIf, edited }: WhatIfPanelProps) {
  const { loaded, tried, error, refresh } = whatIf;
  return (
    <Panel title={edited ? 'If you save this' : 'As it stands'}>
      {error ? (
        <Alert color="red" variant="light" role="alert" icon={<CircleAlert size={18} aria-hidden />}>
          <Stack gap="xs" align="flex-start">
            <span>What it would do cannot be worked out. {error.message}</span>
            <Button size="xs" variant="default" onClick={refresh}>
              Try again
            </Button>
          </Stack>
        </Alert>
      ) : tried && loaded ? (
        <Preview changes={tried.changes} edited={edited} everyCompany={loaded.everyCompany} />
      ) : (
        <Stack gap="sm" aria-busy>
          <Text fz="sm" c="dimmed" role="status">
            Loading the portfolio…
          </Text>
          <Skeleton h={120} />
          <Skeleton h={160} />
        </Stack>
      )}
    </Panel>
  );
}

interface PreviewProps {
  readonly changes: Changes;
  readonly edited: boolean;
  readonly everyCompany: boolean;
}

function Preview({ changes, edited, everyCompany }: PreviewProps) {
  const money = useMoney();
  const [kind, setKind] = useState<ValueKind>('total');
  return (
    <div className={classes.panel}>
      <Text fz="sm" fw={edited ? 600 : 400} role="status">
        {edited
          ? summaryWords(changes, kind)
          : `${formatCount(changes.companies, 'current client', 'current clients')}. Edit something to see what it would do.`}
      </Text>
      {everyCompany ? null : (
        <Text fz="xs" c="dimmed">
          This is about the companies that you see. Medians rest on all companies, and are held as they are.
        </Text>
      )}
      <FiguresMoved title="Health status: companies" lines={countLines(changes.statuses)} />
      <FiguresMoved title="Effort: companies" lines={countLines(changes.effortBands)} />
      <div>
        <Group justify="space-between" gap="xs" mb={2}>
          <Text span className={classes.heading ?? ''}>
            Segments
          </Text>
          <SegmentedControl
            size="xs"
            aria-label="Segments by"
            value={kind}
            onChange={(value) => setKind(value as typeof kind)}
            data={[
              { value: 'total', label: 'Value' },
              { value: 'perSeat', label: 'Value per seat' },
            ]}
          />
        </Group>
        <FiguresMoved title="Segments: companies" titleHidden lines={segmentLines(changes.segments[kind])} />
      </div>
      <FiguresMoved title="Sums" lines={moneyLines(changes, kind, money)} />
      <FiguresMoved title="Averages" lines={scoreLines(changes)} />
      {edited ? <CompaniesMoved changes={changes} kind={kind} /> : null}
    </div>
  );
}
