import { queryOptions } from '@tanstack/react-query';
import { getMetricDefinitions } from '../../../contract/metric-definitions.ts';
import type { ScoreKind } from '../../../contract/metrics.ts';
import { call } from '../../api/call.ts';

export const metricDefinitionsQuery = (kind: ScoreKind) =>
  queryOptions({
    queryKey: ['metric-definitions', kind],
    queryFn: ({ signal }) => call(getMetricDefinitions, { params: { kind } }, signal),
  });
