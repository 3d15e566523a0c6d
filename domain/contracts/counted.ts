import type { ContractRevenue } from './contract-revenue.ts';
import { contractReason, itemReason } from './reasons.ts';

/**
 * Whether anything of a contract counts in its company's revenue, and why (not), in words. A one-time amount may count
 * though the contract has ended; a contract in force may add nothing.
 */
export function countedInWords(
  revenue: ContractRevenue,
  currency: string,
): { readonly counts: boolean; readonly reason: string } {
  const { items, notInForce } = revenue;
  const counting = items.find((item) => item.verdict === 'counts');
  if (notInForce === null && counting) return { counts: true, reason: contractReason(revenue, currency) };
  if (counting) return { counts: true, reason: itemReason(counting, revenue, currency) };
  if (notInForce !== null) return { counts: false, reason: contractReason(revenue, currency) };
  const idle = items.find((item) => !item.verdict.startsWith('counted by')) ?? items[0];
  const reason = idle ? itemReason(idle, revenue, currency) : 'It has no amount and no line';
  return { counts: false, reason };
}
