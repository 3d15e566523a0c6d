import { queryOptions } from '@tanstack/react-query';
import { getCompanyMetrics, type ScoreKind } from '../../contract/metrics.ts';
import { call } from '../api/call.ts';

export const metricsQuery = (id: string, kind: ScoreKind) =>
  queryOptions({
    queryKey: ['companies', 'metrics', id, kind],
    queryFn: ({ signal }) => call(getCompanyMetrics, { params: { id, kind } }, signal),
  });
