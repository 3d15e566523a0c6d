import type { ContractChange, ContractLineChange } from '../../contract/contracts.ts';

/** The fields of a contract that a person sets. */
export const contractColumns = {
  name: 'name',
  vendor: 'vendor',
  status: 'status',
  start: 'start',
  end: 'end',
  cycle: 'cycle',
  amount: 'amount',
  currency: 'currency',
  revenueFrom: 'revenue_from',
  excluded: 'excluded',
} as const satisfies Record<keyof ContractChange, string>;

/** The fields of a contract line that a person sets. */
export const lineColumns = {
  description: 'description',
  productCode: 'product_code',
  vendor: 'vendor',
  quantity: 'quantity',
  unitPrice: 'unit_price',
  cycle: 'cycle',
  start: 'start',
  cancelledOn: 'cancelled_on',
} as const satisfies Record<keyof ContractLineChange, string>;

/** Only these fields of something. */
export function fieldsOf(columns: Readonly<Record<string, string>>, from: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => name in columns));
}
