import type { CompanyExplanation } from '../../contract/explanation.ts';
import { cycleName } from '../contracts/cycle-names.ts';
import { moneyOf, useMoney } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { NONE } from '../ui/numbers.ts';
import { ExplanationTable } from './ExplanationTable.tsx';
import { FactList } from './FactList.tsx';

interface RevenueExplainedProps {
  readonly kind: 'MRR' | 'one-time';
  readonly revenue: CompanyExplanation['mrr'];
  readonly renewal: CompanyExplanation['nextRenewal'];
}

/** What is in this revenue: every contract and line, in and out, each with its reason. */
export function RevenueExplained({ kind, revenue, renewal }: RevenueExplainedProps) {
  const money = useMoney();
  const { override, fromContracts, rows } = revenue;
  return (
    <>
      <FactList
        facts={[
          ['Set by hand', override === null ? null : money.full(override)],
          ['From contracts', money.full(fromContracts)],
          [
            'Next renewal',
            renewal &&
              `${renewal.contract.name}, ${formatDay(renewal.end)} (in ${renewal.days} days), ${money.full(renewal.mrr)} MRR`,
          ],
        ]}
      />
      <ExplanationTable
        label={`What is in this ${kind}`}
        rows={rows}
        rowKey={({ contract, line }) => JSON.stringify([contract.id, line?.id ?? null])}
        counts={({ counts }) => counts}
        empty={`No contract brings ${kind === 'MRR' ? 'MRR' : 'one-time revenue'}.`}
        columns={[
          { header: 'Contract', cell: ({ contract }) => contract.name, total: 'From contracts' },
          { header: 'Line', cell: ({ line }) => (line ? (line.description ?? line.id) : NONE) },
          { header: 'Vendor', cell: ({ vendor }) => vendor ?? NONE },
          { header: 'Billed', cell: ({ cycle }) => cycleName(cycle) },
          { header: 'Counts', cell: ({ counts }) => (counts ? 'Yes' : 'No') },
          { header: 'Why', cell: ({ reason }) => reason },
          {
            header: kind === 'MRR' ? 'Per month' : 'Amount',
            numeric: true,
            cell: ({ amount, currency, counts }) => {
              const text = moneyOf(currency).full(amount);
              return counts ? text : <s>{text}</s>;
            },
            total: money.full(fromContracts),
          },
        ]}
      />
    </>
  );
}
