import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import {
  type CompanyMetrics,
  clearMetricScore,
  type MetricCard,
  type MetricScoreChange,
  type ScoreKind,
  setMetricScore,
} from '../../contract/metrics.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { metricsQuery } from './queries.ts';

export interface ScoreChange {
  /** Null: take it back. */
  readonly change: MetricScoreChange | null;
  /** The state that it is to replace; by default the one last heard of. */
  readonly etag?: string;
}

/**
 * Sets or clears what was picked for a metric. The pick shows at once; the figures follow when the server has them. Changes
 * made one after the other are sent one after the other, each based on what became of the one before.
 */
export function useScoreChange(company: string, kind: ScoreKind, metric: string) {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  const { queryKey } = metricsQuery(company, kind);
  const latest = useRef<ScoreChange | null>(null);
  return useMutation({
    scope: { id: JSON.stringify(['score', company, kind, metric]) },
    mutationFn: ({ change, etag }: ScoreChange) => {
      const params = { id: company, kind, metric };
      const heard = queryClient.getQueryData(queryKey)?.parts.find((part) => part.metric.id === metric)?.etag;
      const basedOn = etag ?? heard;
      const ifMatch = basedOn === undefined ? {} : { ifMatch: basedOn };
      return change === null
        ? call(clearMetricScore, { params, ...ifMatch })
        : call(setMetricScore, { params, body: change, ...ifMatch });
    },
    onMutate: async (wanted) => {
      latest.current = wanted;
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (metrics) => metrics && withPick(metrics, metric, wanted.change));
      return { before };
    },
    onSuccess: (metrics, wanted) => {
      const next = latest.current;
      const isLast = next === null || next === wanted;
      queryClient.setQueryData(queryKey, isLast ? metrics : withPick(metrics, metric, next.change));
      if (isLast) void companyChanged();
    },
    onError: (_, __, context) => {
      if (context?.before) queryClient.setQueryData(queryKey, context.before);
    },
  });
}

function withPick(metrics: CompanyMetrics, metric: string, change: MetricScoreChange | null): CompanyMetrics {
  const picked = (part: MetricCard): MetricCard => ({
    ...part,
    points: change?.points ?? null,
    share: change ? change.points / part.metric.maxScore : null,
    note: change === null ? null : change.note === undefined ? part.note : change.note,
  });
  return {
    ...metrics,
    parts: metrics.parts.map((part) => (part.metric.id === metric ? picked(part) : part)),
  };
}
