import type { Contract, ContractLine, Cycle } from '../portfolio/facts.ts';
import type { Cents, Day, Decimal } from '../portfolio/values.ts';
import { cycleAmount } from './cycle.ts';
import { exchangeRate } from './exchange-rate.ts';
import { type ContractRules, whyLineNotRunning, whyNotActive, whyOut } from './standing.ts';

/** Why a header amount or a line counts or does not; in-words.ts says it in words. */
export type Verdict =
  | 'counts'
  | NonNullable<ReturnType<typeof whyOut>>
  | 'line vendor excluded'
  | NonNullable<ReturnType<typeof whyNotActive>>
  | NonNullable<ReturnType<typeof whyLineNotRunning>>
  | 'counted by lines'
  | 'counted by header'
  | 'no start'
  | 'in the future'
  | 'longer ago'
  | 'period not mapped';

/** A header amount (`line` null) or a line of a contract. */
export interface RevenueItem {
  readonly line: ContractLine | null;
  /** Null: its billing period is not mapped, so nobody knows what it is worth. */
  readonly cycle: Cycle | null;
  /**
   * A month's worth, or the whole if one-time; what it would add if it counted. In the workspace's currency, or in the
   * contract's own where no exchange rate is set for that.
   */
  readonly amount: Cents;
  readonly verdict: Verdict;
}

export interface ContractRevenue {
  readonly contract: Contract;
  /** Null: its billing period is not mapped. */
  readonly cycle: Cycle | null;
  /** What one unit of the contract's currency is worth in the workspace's; null: nobody has said. */
  readonly rate: Decimal | null;
  readonly revenueFrom: 'header' | 'lines';
  /** Null: in force. */
  readonly notInForce: ReturnType<typeof whyOut> | ReturnType<typeof whyNotActive>;
  readonly items: readonly RevenueItem[];
  readonly mrr: Cents;
  readonly oneTime: Cents;
}

/** The days between which one-time revenue is current: asOf − 12 months < start ≤ asOf. */
export interface RevenueDays {
  readonly asOf: Day;
  readonly twelveMonthsAgo: Day;
}

/** What one contract adds to its company's MRR and one-time, item by item (docs/interfaces.md, "Exact rules"). */
export function contractRevenue(
  contract: Contract,
  rules: ContractRules,
  days: RevenueDays,
): ContractRevenue {
  const cycle = ownCycle(contract, 'monthly');
  const rate = exchangeRate(contract, rules);
  const amountOf = (price: Cents, quantity: Decimal, cycle: Cycle | null) =>
    cycle === null ? 0 : cycleAmount(price, quantity, cycle, rate ?? '1');
  const revenueFrom = revenueSource(contract);
  const out = whyOut(contract, rules);
  const notInForce = out ?? whyNotActive(contract, days.asOf);
  const items: RevenueItem[] = [];
  if (contract.amount !== null) {
    const ownVerdict = cycle === 'onetime' ? (out ?? notDatedNow(contract.start, days)) : notInForce;
    const verdict = ownVerdict ?? (revenueFrom === 'lines' ? 'counted by lines' : mapped(cycle));
    items.push({ line: null, cycle, amount: amountOf(contract.amount, '1', cycle), verdict });
  }
  // One kind of revenue at most comes from the header: the one that its cycle says.
  const headerKind = revenueFrom === 'lines' ? null : cycle === 'onetime' ? 'one-time' : 'recurring';
  for (const line of contract.lines) {
    const lineCycle = ownCycle(line, cycle);
    const lineOut = out ?? (isVendorExcluded(line, rules) ? 'line vendor excluded' : null);
    const verdict =
      lineCycle === 'onetime'
        ? (lineOut ?? oneTimeLineVerdict(line, days, headerKind === 'one-time'))
        : (lineOut ??
          notInForce ??
          whyLineNotRunning(line, days.asOf) ??
          (headerKind === 'recurring' ? 'counted by header' : mapped(lineCycle)));
    const amount = amountOf(line.unitPrice ?? 0, line.quantity ?? '1', lineCycle);
    items.push({ line, cycle: lineCycle, amount, verdict });
  }
  return { contract, cycle, rate, revenueFrom, notInForce, items, ...sums(items) };
}

/** A recurring line that runs today in a contract in force, whether or not the contract's MRR comes from its lines. */
export function isLineInForce(item: RevenueItem): boolean {
  return (
    item.line !== null &&
    item.cycle !== 'onetime' &&
    (item.verdict === 'counts' ||
      item.verdict === 'counted by header' ||
      item.verdict === 'period not mapped')
  );
}

/** Typed, else from the lines if the header has no amount or any line recurs, else from the header. */
function revenueSource(contract: Contract): 'header' | 'lines' {
  if (contract.revenueFrom !== null) return contract.revenueFrom;
  if (contract.amount === null) return 'lines';
  const cycle = ownCycle(contract, 'monthly');
  return contract.lines.some((line) => ownCycle(line, cycle) !== 'onetime') ? 'lines' : 'header';
}

/** The cycle of a contract or a line, null if its billing period is not mapped; `otherwise` where it says nothing. */
function ownCycle(
  { cycle, unmappedCycle }: Pick<ContractLine, 'cycle' | 'unmappedCycle'>,
  otherwise: Cycle | null,
): Cycle | null {
  return cycle ?? (unmappedCycle === null ? otherwise : null);
}

const mapped = (cycle: Cycle | null) => (cycle === null ? 'period not mapped' : 'counts');

function isVendorExcluded(line: ContractLine, rules: ContractRules): boolean {
  return line.vendor !== null && rules.excludedVendors.has(line.vendor);
}

function oneTimeLineVerdict(line: ContractLine, days: RevenueDays, byHeader: boolean): Verdict {
  if (byHeader) return 'counted by header';
  if (line.cancelledOn !== null && line.cancelledOn <= days.asOf) return 'line cancelled';
  return notDatedNow(line.start, days) ?? 'counts';
}

function notDatedNow(
  start: Day | null,
  days: RevenueDays,
): 'no start' | 'in the future' | 'longer ago' | null {
  if (start === null) return 'no start';
  if (start > days.asOf) return 'in the future';
  return start <= days.twelveMonthsAgo ? 'longer ago' : null;
}

function sums(items: readonly RevenueItem[]): { mrr: Cents; oneTime: Cents } {
  let mrr = 0;
  let oneTime = 0;
  for (const { verdict, cycle, amount } of items) {
    if (verdict !== 'counts') continue;
    if (cycle === 'onetime') oneTime += amount;
    else mrr += amount;
  }
  return { mrr, oneTime };
}
