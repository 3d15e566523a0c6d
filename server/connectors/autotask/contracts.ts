import { addDays } from '../../../domain/calendar/day.ts';
import { divide, fraction, parseDecimal } from '../../../domain/money/fraction.ts';
import type { Day, Decimal } from '../../../domain/portfolio/values.ts';
import type { BillingPeriod, ContractRecord } from '../../../domain/sync/records.ts';
import type { Labels } from './lookups.ts';
import { type Mapped, toCents, toPeriod } from './map.ts';
import type { Contracts, RowOf } from './shapes.ts';

/** "Recurring Service", in every tenant; all other types are billed by hours, blocks, retainers or projects. */
const RECURRING = '7';
/** "Active", in every tenant. */
const ACTIVE = '1';
const MONTHLY: BillingPeriod = { code: 'Monthly', label: 'Monthly', cycle: 'monthly', certain: true };

/**
 * A contract has no amount of its own: its services have. Where the API user may not see those (`servicesHidden`), what the MSP
 * expects of the whole contract is spread over its months, and a notice says so.
 */
export function toContract(
  row: RowOf<typeof Contracts>,
  { labels, currency, servicesHidden }: { labels: Labels; currency: string | null; servicesHidden: boolean },
): Mapped<ContractRecord> {
  if (row.contractName === null) return 'contractName: nothing, expected a name';
  const recurring = row.contractType === RECURRING;
  const estimate = recurring && servicesHidden ? estimatedPerMonth(row) : null;
  const status = labels('status', row.status);
  return {
    company: row.companyID,
    name: row.contractName,
    number: row.contractNumber,
    type: labels('contractType', row.contractType) ?? row.contractType,
    status: status ?? row.status,
    active: isActive(row.status, status),
    startOn: row.startDate,
    endOn: row.endDate,
    recurring,
    amount: estimate,
    period:
      estimate === null
        ? toPeriod(row.contractPeriodType, labels('contractPeriodType', row.contractPeriodType))
        : MONTHLY,
    currency,
    notice:
      estimate === null
        ? null
        : `Estimated: the API user may not see the services of contracts, so this is the estimated revenue of ${row.estimatedRevenue} by the month.`,
  };
}

/** Whether an estimate would be needed: the question costs calls. */
export function mayNeedEstimate(row: RowOf<typeof Contracts> | null): boolean {
  return row?.contractType === RECURRING && row.estimatedRevenue !== null;
}

function isActive(value: string | null, label: string | null): boolean {
  const word = label?.toLowerCase();
  return word === 'active' || (word !== 'inactive' && value === ACTIVE);
}

function estimatedPerMonth({
  estimatedRevenue,
  startDate,
  endDate,
}: RowOf<typeof Contracts>): Decimal | null {
  if (estimatedRevenue === null || startDate === null || endDate === null) return null;
  return toCents(divide(parseDecimal(estimatedRevenue), fraction(monthsBetween(startDate, endDate))));
}

/** Whole months from the first to the last day, a half one counting; at least one. */
function monthsBetween(first: Day, last: Day): number {
  const [from, to] = [first, addDays(last, 1)].map((day) => day.split('-').map(Number));
  const months = (to![0]! - from![0]!) * 12 + (to![1]! - from![1]!);
  return Math.max(1, months + Math.round((to![2]! - from![2]!) / 30));
}
