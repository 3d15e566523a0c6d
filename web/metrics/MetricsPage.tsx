import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ScoreKind } from '../../contract/metrics.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { MetricCard } from './MetricCard.tsx';
import classes from './metrics.module.css';
import { metricsQuery } from './queries.ts';
import { ScoreSummary } from './ScoreSummary.tsx';

/** A company's health or effort: the score with its parts, and one card per metric. */
export function MetricsPage({ kind }: { readonly kind: ScoreKind }) {
  const { id } = useParams({ from: '/app/customers/$id' });
  const metrics = useQuery(metricsQuery(id, kind));
  if (metrics.error) return <LoadFailed error={metrics.error} onRetry={() => void metrics.refetch()} />;
  if (!metrics.data) return <MetricsSkeleton />;
  const { parts } = metrics.data;
  return (
    <div className={classes.page}>
      <ScoreSummary metrics={metrics.data} />
      {parts.length === 0 ? (
        <EmptyNote title="There are no metrics">The workspace has none of this kind defined.</EmptyNote>
      ) : (
        <div className={classes.cards}>
          {parts.map((part) => (
            <MetricCard key={part.metric.id} company={id} kind={kind} part={part} />
          ))}
        </div>
      )}
    </div>
  );
}

const MetricsSkeleton = () => (
  <div className={classes.page} aria-busy>
    <Skeleton h={210} />
    <div className={classes.cards}>
      {['a', 'b', 'c', 'd'].map((key) => (
        <Skeleton key={key} h={230} />
      ))}
    </div>
  </div>
);
