import type { CellExplanation, CompanyExplanation } from '../../contract/explanation.ts';
import { useMoney } from '../me/queries.ts';
import type { Money } from '../ui/money.ts';
import { NONE } from '../ui/numbers.ts';
import { ExplanationTable } from './ExplanationTable.tsx';
import { sourceWords } from './source-words.ts';

/** What each stack item would add, and where the amount comes from. */
export function OpportunityExplained({ alignment }: { readonly alignment: CompanyExplanation['alignment'] }) {
  const money = useMoney();
  return (
    <ExplanationTable
      label="Opportunity, item by item"
      rows={alignment.cells.filter(({ counts }) => counts)}
      rowKey={({ stackItem }) => stackItem.id}
      counts={hasOpportunity}
      empty="No stack item applies to this company."
      columns={[
        { header: 'Stack item', cell: ({ stackItem }) => stackItem.name, total: 'Opportunity' },
        { header: 'Current product', cell: ({ currentProduct }) => currentProduct?.name ?? NONE },
        {
          header: 'Could use',
          cell: ({ opportunityProduct, opportunityProductSource }) =>
            opportunityProduct
              ? `${opportunityProduct.name} (${sourceWords(opportunityProductSource)})`
              : NONE,
        },
        {
          header: 'Recommendations',
          cell: ({ recommendations }) =>
            recommendations.map(({ recommendation }) => recommendation.title).join(', ') || NONE,
        },
        {
          header: 'MRR',
          numeric: true,
          cell: ({ mrrOpportunity }) => amountWords(mrrOpportunity, money),
          total: money.full(alignment.mrrOpportunity),
        },
        {
          header: 'One-time',
          numeric: true,
          cell: ({ oneTimeOpportunity }) => amountWords(oneTimeOpportunity, money),
          total: money.full(alignment.oneTimeOpportunity),
        },
      ]}
    />
  );
}

const hasOpportunity = ({ mrrOpportunity, oneTimeOpportunity }: CellExplanation) =>
  mrrOpportunity.amount > 0 || oneTimeOpportunity.amount > 0;

const amountWords = ({ amount, source }: CellExplanation['mrrOpportunity'], money: Money) =>
  source === 'none' ? NONE : `${money.full(amount)} (${sourceWords(source)})`;
