import { Stack } from '@mantine/core';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { FactList } from '../companies/FactList.tsx';
import { sourceWords } from '../companies/source-words.ts';
import { useMoney } from '../me/queries.ts';
import { formatPercent } from '../ui/numbers.ts';
import { CellNote } from './CellNote.tsx';
import type { OpenedCell } from './opened-cell.ts';

interface CellFactsProps {
  readonly cell: OpenedCell;
  readonly row: AlignmentRow;
}

/** A cell for reading: each value with where it comes from. */
export function CellFacts({ cell, row }: CellFactsProps) {
  const money = useMoney();
  const from = (value: string, source: string) =>
    source === 'none' ? value : `${value} (${sourceWords(source)})`;
  const yesOrNo = (value: boolean) => (value ? 'Yes' : 'No');
  const { mrrOpportunity, oneTimeOpportunity } = row;
  return (
    <Stack gap="md">
      <CellNote cell={cell} row={row} />
      <FactList
        facts={[
          ['Applicable', from(yesOrNo(row.applicable), row.applicableSource)],
          ['Current product', from(row.currentProduct?.name ?? 'None', row.currentProductSource)],
          ['Opportunity product', from(row.opportunityProduct?.name ?? 'None', row.opportunityProductSource)],
          ['Alignment', from(`${formatPercent(row.alignment)}, ${row.band.name}`, row.alignmentSource)],
          ['Agreement inclusion', from(yesOrNo(row.agreementInclusion), row.agreementInclusionSource)],
          ['MRR opportunity', from(money.full(mrrOpportunity.amount), mrrOpportunity.source)],
          [
            'One-time (NRR) opportunity',
            from(money.full(oneTimeOpportunity.amount), oneTimeOpportunity.source),
          ],
          ['Provider', row.provider],
          ['Threat', row.threat ? 'Yes' : null],
        ]}
      />
    </Stack>
  );
}
