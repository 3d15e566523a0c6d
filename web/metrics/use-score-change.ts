import { useMutation, useQueryClient } from '@tanstack/react-query';
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

interface ScoreChange {
  /** Null: take it back. */
  readonly change: MetricScoreChange | null;
  /** The state it is based on. */
  readonly etag: string;
}

/** Sets or clears what was picked for a metric. The pick shows at once; the figures follow when the server has them. */
export function useScoreChange(company: string, kind: ScoreKind, metric: string) {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  const { queryKey } = metricsQuery(company, kind);
  return useMutation({
    mutationFn: ({ change, etag }: ScoreChange) => {
      const params = { id: company, kind, metric };
      return change === null
        ? call(clearMetricScore, { params, ifMatch: etag })
        : call(setMetricScore, { params, body: change, ifMatch: etag });
    },
    onMutate: async ({ change }) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (metrics) => metrics && withPick(metrics, metric, change));
      return { before };
    },
    onSuccess: (metrics) => {
      queryClient.setQueryData(queryKey, metrics);
      void companyChanged();
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
    note: change?.note === undefined ? part.note : change.note,
  });
  return {
    ...metrics,
    parts: metrics.parts.map((part) => (part.metric.id === metric ? picked(part) : part)),
  };
}
