import type { CompanyMetrics } from '../../contract/metrics.ts';
import { ExplanationTable } from '../companies/ExplanationTable.tsx';
import { formatDecimal, formatShare, formatWhole, NONE } from '../ui/numbers.ts';

/** How the score adds up: value, points, weight, share, metric by metric. */
export function ScoreParts({ metrics }: { readonly metrics: CompanyMetrics }) {
  const { kind, parts, score } = metrics;
  return (
    <ExplanationTable
      label={`How the ${kind} score adds up`}
      rows={parts}
      rowKey={({ metric }) => metric.id}
      counts={({ share }) => share !== null}
      empty="There are no metrics."
      columns={[
        { header: 'Metric', cell: ({ metric }) => metric.name, total: 'Score' },
        { header: 'Value', numeric: true, cell: ({ value }) => formatDecimal(value) },
        {
          header: 'Points',
          numeric: true,
          cell: ({ points, metric }) =>
            points === null ? NONE : `${formatDecimal(points)} of ${formatDecimal(metric.maxScore)}`,
        },
        { header: 'Weight', numeric: true, cell: ({ metric }) => formatDecimal(metric.weight) },
        { header: 'Share', numeric: true, cell: ({ share }) => formatShare(share) },
        {
          header: 'Adds',
          numeric: true,
          cell: ({ contribution }) => formatDecimal(contribution),
          total: formatWhole(score),
        },
      ]}
    />
  );
}
