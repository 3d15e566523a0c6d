import { Badge } from '@mantine/core';
import type { CompanyExplanation } from '../../contract/explanation.ts';
import { formatDay } from '../ui/days.ts';
import { formatDecimal, formatShare, formatWhole, NONE } from '../ui/numbers.ts';
import { ExplanationTable } from './ExplanationTable.tsx';
import { FactList } from './FactList.tsx';

type Score = Omit<CompanyExplanation['effort'], 'band'>;

interface ScoreExplainedProps {
  readonly what: 'health' | 'effort';
  readonly score: Score;
  readonly status?: CompanyExplanation['health']['status'];
  readonly band?: CompanyExplanation['effort']['band'];
}

/** The parts of a score: every metric with its value, points, weight, age and what it adds. */
export function ScoreExplained({ what, score, status, band }: ScoreExplainedProps) {
  const { coverage, oldestInput, parts } = score;
  const nameOf = (id: string) => parts.find(({ metric }) => metric.id === id)?.metric.name ?? id;
  return (
    <>
      <FactList
        facts={[
          ['Status', status ? `${status.name}: ${status.reason}` : null],
          ['Override', status?.override ? overrideWords(status.override) : null],
          ['Without override', status?.override ? status.withoutOverride.name : null],
          ['Band', band?.name ?? null],
          ['Coverage', `${formatShare(coverage)} of the weight rests on fresh values`],
          [
            'Oldest input',
            oldestInput &&
              `${nameOf(oldestInput.metric)}, ${formatDay(oldestInput.date)} (${oldestInput.ageDays} days)`,
          ],
        ]}
      />
      <ExplanationTable
        label={`Parts of the ${what} score`}
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
            cell: ({ points, maxScore }) =>
              points === null ? NONE : `${formatDecimal(points)} of ${formatDecimal(maxScore)}`,
          },
          { header: 'Weight', numeric: true, cell: ({ weight }) => formatDecimal(weight) },
          { header: 'Share', numeric: true, cell: ({ share }) => formatShare(share) },
          {
            header: 'Adds',
            numeric: true,
            cell: ({ contribution }) => formatDecimal(contribution),
            total: formatWhole(score.score),
          },
          { header: 'Age', cell: ({ ageDays, stale }) => <Age days={ageDays} stale={stale} /> },
          { header: 'Source', cell: ({ source }) => source },
        ]}
      />
    </>
  );
}

function overrideWords({
  status,
  reason,
  setOn,
  expiresOn,
  setBy,
}: NonNullable<NonNullable<ScoreExplainedProps['status']>['override']>): string {
  return `${status}: ${reason} (${formatDay(setOn)} to ${formatDay(expiresOn)}${setBy ? `, set by ${setBy}` : ''})`;
}

function Age({ days, stale }: { readonly days: number | null; readonly stale: boolean }) {
  if (days === null) return NONE;
  return (
    <>
      {formatWhole(days)} days{' '}
      {stale ? (
        <Badge color="yellow" size="sm">
          stale
        </Badge>
      ) : null}
    </>
  );
}
