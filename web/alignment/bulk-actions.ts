import type { AlignmentBulkChange, AlignmentRow } from '../../contract/alignment.ts';
import { NO_PRODUCT } from '../../domain/alignment/cell.ts';
import type { TextField } from './typed-change.ts';

/** Something that can be done to many rows at once. */
export type BulkAction = { readonly label: string } & (
  | { readonly change: AlignmentBulkChange; readonly field?: never }
  /** Its value is typed. */
  | { readonly field: TextField; readonly change?: never }
);

export const BULK_ACTIONS: readonly BulkAction[] = [
  { label: 'Applicable: yes', change: { applicable: true } },
  { label: 'Applicable: no', change: { applicable: false } },
  { label: 'Applicable: by tag', change: { applicable: null } },
  { label: 'Current Product: none', change: { currentProduct: NO_PRODUCT } },
  { label: 'Current Product: from contract lines', change: { currentProduct: null } },
  { label: 'Opportunity: the preferred product', change: { opportunityProduct: null } },
  { label: 'Alignment: a percentage', field: 'alignment' },
  { label: 'Alignment: by the current product', change: { alignment: null } },
  { label: 'Agreement Inclusion: yes', change: { agreementInclusion: true } },
  { label: 'Agreement Inclusion: no', change: { agreementInclusion: false } },
  { label: 'Agreement Inclusion: by default', change: { agreementInclusion: null } },
  { label: 'MRR Opportunity: an amount', field: 'mrrOpportunity' },
  { label: 'MRR Opportunity: derived', change: { mrrOpportunity: null } },
  { label: 'One-time Opportunity: an amount', field: 'oneTimeOpportunity' },
  { label: 'One-time Opportunity: derived', change: { oneTimeOpportunity: null } },
  { label: 'Provider: a name', field: 'provider' },
  { label: 'Provider: nobody else', change: { provider: null } },
  { label: 'Threat: yes', change: { threat: true } },
  { label: 'Threat: no', change: { threat: false } },
];

/** The rows that an action can be done to: of one that is not applicable nothing but that can be set. */
export const reachedBy = (action: BulkAction, rows: readonly AlignmentRow[]): readonly AlignmentRow[] =>
  action.change?.applicable === undefined ? rows.filter(({ applicable }) => applicable) : rows;
