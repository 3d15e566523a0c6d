import type { CellField } from './typed-values.ts';

/** How a column's cells are edited. */
export type CellKind =
  | 'choose'
  | 'service'
  | 'check'
  | 'product'
  | 'slider'
  | 'links'
  | 'money'
  | 'text'
  | 'said';

export interface GridColumn {
  readonly id: string;
  readonly header: string;
  readonly kind: CellKind;
  /** Undefined: nothing of the row's own is set here. */
  readonly field?: CellField;
  readonly numeric?: boolean;
}

/** The grid's columns, in their order; their widths stand in alignment.module.css. */
export const GRID_COLUMNS: readonly GridColumn[] = [
  { id: 'selected', header: 'Select', kind: 'choose' },
  { id: 'service', header: 'Service', kind: 'service' },
  { id: 'applicable', header: 'Applicable', kind: 'check', field: 'applicable' },
  { id: 'currentProduct', header: 'Current Product', kind: 'product', field: 'currentProduct' },
  { id: 'opportunityProduct', header: 'Opportunity', kind: 'product', field: 'opportunityProduct' },
  { id: 'alignment', header: 'Alignment', kind: 'slider', field: 'alignment' },
  { id: 'agreementInclusion', header: 'Agreement Inclusion', kind: 'check', field: 'agreementInclusion' },
  { id: 'recommendations', header: 'Recommendations', kind: 'links' },
  { id: 'mrrOpportunity', header: 'MRR Opportunity', kind: 'money', field: 'mrrOpportunity', numeric: true },
  {
    id: 'oneTimeOpportunity',
    header: 'One-time (NRR) Opportunity',
    kind: 'money',
    field: 'oneTimeOpportunity',
    numeric: true,
  },
  { id: 'provider', header: 'Provider', kind: 'text', field: 'provider' },
  { id: 'threat', header: 'Threat', kind: 'check', field: 'threat' },
  { id: 'set', header: 'Last set', kind: 'said' },
];

/** How a field is called where it stands outside its column. */
export const fieldName = (field: CellField): string =>
  GRID_COLUMNS.find((column) => column.field === field)?.header ?? 'Current MRR';
