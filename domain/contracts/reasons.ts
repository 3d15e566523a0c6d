import type { ContractRevenue, RevenueItem } from './contract-revenue.ts';

/** Why a contract is in force or not, in words. */
export function contractReason(revenue: ContractRevenue, currency: string): string {
  const { contract, notInForce } = revenue;
  switch (notInForce) {
    case null:
      return `In force${conversionInWords(revenue, currency)}`;
    case 'contract excluded':
      return 'This contract is excluded';
    case 'vendor excluded':
      return `The vendor ${contract.vendor} is excluded`;
    case 'other currency':
      return `In ${contract.currency}, not ${currency}, and no exchange rate is set`;
    case 'inactive':
      return 'The contract is inactive';
    case 'not started':
      return `The contract starts on ${contract.start}`;
    case 'ended':
      return `The contract ended on ${contract.end}`;
  }
}

/** Why a header amount or a line counts or not, in words. */
export function itemReason(item: RevenueItem, revenue: ContractRevenue, currency: string): string {
  const start = item.line ? item.line.start : revenue.contract.start;
  switch (item.verdict) {
    case 'counts':
      return item.cycle === 'onetime'
        ? `Dated ${start}, within the last 12 months${conversionInWords(revenue, currency)}`
        : `In force${conversionInWords(revenue, currency)}`;
    case 'counted by lines':
      return 'The contract counts by its lines';
    case 'counted by header':
      return 'The contract counts by its header amount';
    case 'line vendor excluded':
      return `The vendor ${item.line?.vendor} is excluded`;
    case 'line not started':
      return `The line starts on ${start}`;
    case 'line cancelled':
      return `The line was cancelled on ${item.line?.cancelledOn}`;
    case 'no start':
      return 'One-time without a start date';
    case 'in the future':
      return `Dated ${start}, in the future`;
    case 'period not mapped':
      return `Its billing period "${item.line?.unmappedCycle ?? revenue.contract.unmappedCycle}" is not mapped`;
    case 'longer ago':
      return `Dated ${start}, 12 months ago or longer`;
    default:
      return contractReason({ ...revenue, notInForce: item.verdict }, currency);
  }
}

/** How amounts of another currency became the workspace's, to follow a reason; nothing for its own currency. */
function conversionInWords({ contract, rate }: ContractRevenue, currency: string): string {
  const converted = contract.currency !== null && contract.currency !== currency && rate !== null;
  return converted ? `, converted from ${contract.currency} at ${rate}` : '';
}

/** Why a contract's MRR comes from its header or from its lines, in words. */
export function revenueFromReason({ contract, revenueFrom }: ContractRevenue): string {
  if (contract.revenueFrom !== null) return 'Set by hand';
  if (revenueFrom === 'header') return 'It has an amount and no recurring line';
  return contract.amount === null ? 'It has no amount of its own' : 'It has recurring lines';
}
