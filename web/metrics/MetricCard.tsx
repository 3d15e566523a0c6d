import { Badge, Group, Progress, Text, Title, Tooltip } from '@mantine/core';
import ChartNoAxesCombined from 'lucide-react/icons/chart-no-axes-combined';
import UserRound from 'lucide-react/icons/user-round';
import { useId } from 'react';
import type { MetricCard as Part, ScoreKind } from '../../contract/metrics.ts';
import { useMay, useMoney } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { formatCount, formatDecimal, NONE } from '../ui/numbers.ts';
import { CustomScore } from './CustomScore.tsx';
import { measuredWords } from './measured-words.ts';
import { metricIcon } from './metric-icons.ts';
import classes from './metrics.module.css';

interface MetricCardProps {
  readonly company: string;
  readonly kind: ScoreKind;
  readonly part: Part;
}

const KINDS = { custom: 'Judgement', assessment: 'Assessment', csat: 'CSAT', computed: 'Computed' } as const;

/** One metric: what it says of the company, who or what says so, and how old that is. */
export function MetricCard({ company, kind, part }: MetricCardProps) {
  const { metric, points, stale } = part;
  const id = useId();
  const mayEdit = useMay('edit_companies');
  const Icon = metricIcon(metric.icon);
  const byPerson = metric.kind === 'custom';
  const KindIcon = byPerson ? UserRound : ChartNoAxesCombined;
  return (
    <section className={classes.card} data-measured={byPerson ? undefined : true} aria-labelledby={id}>
      <Group gap="sm" wrap="nowrap" align="center">
        <span className={classes.icon}>
          <Icon size={18} aria-hidden />
        </span>
        <Title order={3} id={id} className={classes.name ?? ''}>
          {metric.name}
        </Title>
        <Badge
          variant={byPerson ? 'light' : 'outline'}
          color={byPerson ? 'teal' : 'gray'}
          size="sm"
          leftSection={<KindIcon size={11} aria-hidden />}
          style={{ flex: 'none' }}
        >
          {KINDS[metric.kind]}
        </Badge>
      </Group>
      {metric.description ? (
        <Text fz="xs" c="dimmed">
          {metric.description}
        </Text>
      ) : null}
      <Group justify="space-between" align="baseline" gap="xs">
        <span className={classes.points}>
          {points === null ? NONE : formatDecimal(points)}
          <Text span fz="sm" c="dimmed">
            {' '}
            of {formatDecimal(metric.maxScore)}
          </Text>
        </span>
        <Text span fz="xs" c="dimmed" className="qd-figures">
          weight {formatDecimal(metric.weight)}
        </Text>
      </Group>
      <Progress
        value={(part.share ?? 0) * 100}
        size={5}
        color={byPerson ? 'teal' : 'gray'}
        aria-label={`${metric.name}: share of the maximum`}
      />
      {byPerson && mayEdit ? (
        <CustomScore company={company} kind={kind} part={part} />
      ) : (
        <Measured part={part} />
      )}
      <Group gap={6} className={classes.foot ?? ''}>
        {stale ? (
          <Tooltip
            label={`Older than ${formatCount(metric.staleAfterDays ?? 0, 'day', 'days')}: still in the score, not in the coverage`}
          >
            <Badge color="yellow" size="sm" tabIndex={0}>
              stale
            </Badge>
          </Tooltip>
        ) : null}
        <span>{whenAndWho(part)}</span>
      </Group>
    </section>
  );
}

function Measured({ part }: { readonly part: Part }) {
  const measured = measuredWords(part, useMoney());
  // that nobody has judged yet stands at the foot of the card
  if (part.metric.kind === 'custom' && part.value === null) return null;
  return (
    <div>
      {measured ? (
        <Text fz="sm" fw={550} className="qd-figures">
          {measured}
        </Text>
      ) : null}
      <Text fz="sm" c={measured ? 'dimmed' : ''}>
        {part.source}
      </Text>
      {part.note ? (
        <Text fz="sm" mt={4} className={classes.note ?? ''} dir="auto">
          {part.note}
        </Text>
      ) : null}
    </div>
  );
}

/** What has a value but no day is taken from what is known now; what a person set without one came with an import. */
function whenAndWho({ value, date, ageDays, setBy, metric }: Part): string {
  const custom = metric.kind === 'custom';
  if (value === null) return custom ? 'Not set yet' : 'No value yet';
  const by = setBy ? ` by ${setBy.name}` : '';
  if (date === null || ageDays === null) return custom ? `Set${by}, day not known` : 'As of today';
  const age = ageDays === 0 ? 'today' : `${formatCount(ageDays, 'day', 'days')} ago`;
  return `${custom ? 'Set' : 'As of'} ${formatDay(date)}${by}, ${age}`;
}
