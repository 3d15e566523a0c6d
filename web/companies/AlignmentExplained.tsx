import type { CompanyExplanation } from '../../contract/explanation.ts';
import { useMoney } from '../me/queries.ts';
import { formatDecimal, formatPercent, NONE } from '../ui/numbers.ts';
import { ExplanationTable } from './ExplanationTable.tsx';
import { sourceWords } from './source-words.ts';

type Alignment = CompanyExplanation['alignment'];

/** Every stack item: whether it applies and why, what is in use, how far it is aligned, and where that comes from. */
export function AlignmentExplained({ alignment }: { readonly alignment: Alignment }) {
  const money = useMoney();
  return (
    <ExplanationTable
      label="Alignment, item by item"
      rows={alignment.cells}
      rowKey={({ stackItem }) => stackItem.id}
      counts={({ counts }) => counts}
      empty="There are no stack items."
      columns={[
        { header: 'Stack item', cell: ({ stackItem }) => stackItem.name, total: 'Alignment' },
        { header: 'Counts', cell: ({ counts }) => (counts ? 'Yes' : 'No') },
        { header: 'Why', cell: ({ reason }) => reason },
        {
          header: 'Current product',
          cell: ({ currentProduct, currentProductSource }) =>
            currentProduct ? `${currentProduct.name} (${sourceWords(currentProductSource)})` : NONE,
        },
        {
          header: 'Current MRR',
          numeric: true,
          cell: ({ currentMrr }) => money.full(currentMrr),
        },
        { header: 'Weight', numeric: true, cell: ({ weight }) => formatDecimal(weight) },
        {
          header: 'Alignment',
          numeric: true,
          cell: ({ alignment: percent }) => formatPercent(percent),
          total: formatPercent(alignment.percent),
        },
        {
          header: 'Band',
          cell: ({ band, alignmentSource }) => `${band.name} (${sourceWords(alignmentSource)})`,
        },
        {
          header: 'Provider',
          cell: ({ provider, threat }) => (provider ? `${provider}${threat ? ', a threat' : ''}` : NONE),
        },
      ]}
    />
  );
}
