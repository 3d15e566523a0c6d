import type { AlignmentRow } from '../../contract/alignment.ts';
import { sourceWords } from '../companies/source-words.ts';
import type { Money } from '../ui/money.ts';
import { formatPercent, NONE } from '../ui/numbers.ts';
import type { GridColumn } from './grid-columns.ts';

/** What a cell says that is no control of its own, and where that comes from. */
export interface CellText {
  readonly text: string;
  /** Empty: there is nothing to say of it. */
  readonly source: string;
}

export function cellText(row: AlignmentRow, columnId: string, money: Money): CellText {
  switch (columnId) {
    case 'currentProduct':
      return {
        text: row.currentProduct?.name ?? (row.currentProductSource === 'typed' ? 'None' : NONE),
        source: row.currentProductSource,
      };
    case 'opportunityProduct':
      return { text: row.opportunityProduct?.name ?? NONE, source: row.opportunityProductSource };
    case 'mrrOpportunity':
    case 'oneTimeOpportunity': {
      const { amount, source } = row[columnId];
      return { text: source === 'none' ? NONE : money.full(amount), source };
    }
    case 'provider':
      return { text: row.provider ?? NONE, source: '' };
    case 'applicable':
    case 'agreementInclusion':
      return { text: yesNo(row[columnId]), source: row[`${columnId}Source`] };
    case 'threat':
      return { text: yesNo(row.threat), source: '' };
    case 'alignment':
      return { text: formatPercent(row.alignment), source: row.alignmentSource };
    default:
      return { text: NONE, source: '' };
  }
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** A cell in one line for those who do not see it: column, service, value, source. */
export function cellLabel(row: AlignmentRow, { id, header }: GridColumn, money: Money): string {
  const { text, source } = cellText(row, id, money);
  const from = source === '' || source === 'none' ? '' : `, ${sourceWords(source)}`;
  return `${header} of ${row.stackItem.name}: ${text === NONE ? 'none' : text}${from}`;
}
