import { Button, Text, VisuallyHidden } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { MetricDefinition } from '../../../contract/metric-definitions.ts';
import type { FactSpread } from '../../../domain/what-if/fact-spread.ts';
import { Panel } from '../../ui/Panel.tsx';
import { movedAfter } from '../../ui/reorder/drop-place.ts';
import { useReorder } from '../../ui/reorder/use-reorder.ts';
import classes from './admin.module.css';
import { MetricRow } from './MetricRow.tsx';
import { type DraftMetric, type DraftProblems, weightShares } from './metrics-draft.ts';
import { newMetric } from './new-metric.ts';

interface MetricListProps {
  readonly title: string;
  readonly stored: readonly MetricDefinition[];
  readonly metrics: readonly DraftMetric[];
  readonly problems: DraftProblems['metrics'];
  /** Key of the one whose fields are shown. */
  readonly opened: string | null;
  readonly spread: FactSpread | null;
  readonly onOpen: (key: string | null) => void;
  readonly onChange: (metrics: readonly DraftMetric[]) => void;
}

/** What the score is made of, in its order; what was retired stands below. */
export function MetricList(props: MetricListProps) {
  const { title, stored, metrics, problems, opened, spread, onOpen, onChange } = props;
  const [said, setSaid] = useState('');
  const inUse = metrics.filter(({ retired }) => !retired);
  const retired = metrics.filter((metric) => metric.retired);
  const shares = weightShares(metrics);
  const ids = inUse.map(({ key }) => key);
  const move = (key: string, after: string | null) => {
    const order = movedAfter(ids, key, after);
    if (!order) return;
    onChange([...order.map((id) => inUse.find((metric) => metric.key === id)!), ...retired]);
    const moved = inUse.find((metric) => metric.key === key)!;
    setSaid(`${moved.name}: place ${order.indexOf(key) + 1} of ${order.length}`);
  };
  const reorder = useReorder({ ids, onMove: move });
  const add = () => {
    const metric = newMetric();
    onChange([...inUse, metric, ...retired]);
    onOpen(metric.key);
  };
  const row = (metric: DraftMetric) => ({
    metric,
    problems: problems.get(metric.key) ?? [],
    share: shares.get(metric.key),
    unused: (stored.find(({ id }) => id === metric.id)?.scores ?? 0) === 0,
    open: opened === metric.key,
    spread,
    onToggle: () => onOpen(opened === metric.key ? null : metric.key),
    onChange: (changed: DraftMetric) =>
      onChange(metrics.map((other) => (other.key === metric.key ? changed : other))),
    onDelete: () => onChange(metrics.filter(({ key }) => key !== metric.key)),
  });
  return (
    <Panel
      title={title}
      actions={
        <Button size="xs" leftSection={<Plus size={14} aria-hidden />} onClick={add}>
          Add metric
        </Button>
      }
    >
      <Text fz="xs" c="dimmed" mb={6}>
        Weight, and what part of the score it makes
      </Text>
      <ol className={classes.list} aria-label={title}>
        {inUse.map((metric, index) => (
          <MetricRow
            key={metric.key}
            {...row(metric)}
            rowRef={reorder.row(metric.key)}
            handle={reorder.handle(metric.key)}
            held={reorder.drag?.id === metric.key}
            drop={dropSide(reorder.drag, metric.key, index)}
          />
        ))}
      </ol>
      {inUse.length === 0 ? (
        <Text fz="sm" c="dimmed">
          No metric is in use: nobody has a score.
        </Text>
      ) : null}
      {retired.length > 0 ? (
        <>
          <Text fz="sm" fw={600} mt="md" mb={4}>
            Retired: in no score, what companies have of them is kept
          </Text>
          <ul className={classes.list} aria-label="Retired metrics">
            {retired.map((metric) => (
              <MetricRow key={metric.key} {...row(metric)} />
            ))}
          </ul>
        </>
      ) : null}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </Panel>
  );
}

/** On which side of a row what is dragged would come. */
function dropSide(drag: { readonly after: string | null } | null, key: string, index: number) {
  if (drag?.after === key) return 'after' as const;
  return drag?.after === null && index === 0 ? ('before' as const) : undefined;
}
