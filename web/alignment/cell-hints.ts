import type { AlignmentRow } from '../../contract/alignment.ts';
import { sourceWords } from '../companies/source-words.ts';
import { formatDay } from '../ui/days.ts';
import type { Money } from '../ui/money.ts';
import { formatDecimal, formatPercent } from '../ui/numbers.ts';
import type { AlignmentBands } from './alignment-bands.ts';

const RESET = 'Delete, or the arrow beside it, goes back to the rules.';

/** Why a cell says what it says, line by line; nothing for a column that explains itself. */
export function cellHint(
  row: AlignmentRow,
  column: string,
  { money, bands }: { readonly money: Money; readonly bands: AlignmentBands },
): readonly string[] {
  if (!row.applicable && column !== 'applicable' && column !== 'set')
    return [
      'Check Applicable first: until then nothing else of this row can be edited, and it is in no sum.',
    ];
  switch (column) {
    case 'applicable':
      return [`${row.reason}.`, ...resettable(row.applicableSource)];
    case 'currentProduct':
      return currentProductHint(row, money);
    case 'opportunityProduct':
      return opportunityProductHint(row);
    case 'alignment':
      return alignmentHint(row, bands);
    case 'agreementInclusion':
      return [
        row.agreementInclusionSource === 'typed'
          ? 'Set by hand.'
          : 'By default: on where the stack item is included in agreements and shares a tag with the company.',
        ...resettable(row.agreementInclusionSource),
      ];
    case 'mrrOpportunity':
    case 'oneTimeOpportunity':
      return moneyHint(row, column, money);
    case 'set':
      return setHint(row);
    default:
      return [];
  }
}

const resettable = (source: string): readonly string[] => (source === 'typed' ? [RESET] : []);

function currentProductHint(row: AlignmentRow, money: Money): readonly string[] {
  const { currentProduct, currentProductSource: source, currentMrr } = row;
  const first = currentProduct
    ? `${currentProduct.name} (${currentProduct.standing}), ${sourceWords(source)}.`
    : source === 'typed'
      ? 'Found to use no product.'
      : 'Not known: no contract line in force has a code of this item’s products.';
  const billed = currentMrr > 0 ? [`Brings ${money.full(currentMrr)} a month now.`] : [];
  return [first, ...billed, ...resettable(source)];
}

function opportunityProductHint({
  opportunityProduct: product,
  opportunityProductSource: source,
}: AlignmentRow) {
  const first = product
    ? `${product.name} (${product.standing}), ${source === 'typed' ? 'set by hand' : 'the item’s preferred product'}.`
    : 'Nothing to move to: they use a preferred product, or the item has none.';
  return [first, ...resettable(source)];
}

function alignmentHint(row: AlignmentRow, bands: AlignmentBands): readonly string[] {
  const { alignment, alignmentSource: source, currentProduct, weight, counts, reason } = row;
  const from =
    source === 'typed'
      ? 'set by hand'
      : `follows the current product (${currentProduct?.standing ?? 'none known'})`;
  return [
    `${formatPercent(alignment)}, ${bands.at(alignment).name}: ${from}.`,
    counts ? `Weighs ${formatDecimal(weight)} in the company’s alignment.` : `In no figure: ${reason}.`,
    ...resettable(source),
  ];
}

function moneyHint(row: AlignmentRow, field: 'mrrOpportunity' | 'oneTimeOpportunity', money: Money) {
  const { amount, weighted, source } = row[field];
  const figure = field === 'mrrOpportunity' ? 'mrr' : 'oneTime';
  const lines = {
    typed: ['Typed by hand; it stands instead of recommendations and the price book.', RESET],
    recommendations: [
      'The sum of the open recommendations linked here:',
      ...row.links
        .filter(({ open }) => open)
        .map(
          (link) =>
            `${link.title}: ${money.full(link[figure])}, won with ${formatDecimal(link.winProbability)}%`,
        ),
      `Weighted by that: ${money.full(weighted)}.`,
    ],
    'price book': [
      `From the price book: ${row.opportunityProduct?.name ?? 'the opportunity product'} instead of ${row.currentProduct?.name ?? 'nothing'}.`,
    ],
    none: ['None: nothing to move to, or aligned already, and no open recommendation is linked.'],
  }[source];
  return amount > 0 && !row.counts ? [...lines, `In no sum: ${row.reason}.`] : lines;
}

function setHint({ setOn, setByName, setBy }: AlignmentRow): readonly string[] {
  if (setOn === null && setBy === null)
    return ['Nothing was set by hand; the row follows tags, contracts and prices.'];
  return [
    `Last set by hand${setOn ? ` on ${formatDay(setOn)}` : ''} by ${setByName ?? setBy ?? 'an import'}.`,
  ];
}
