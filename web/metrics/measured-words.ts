import type { MetricCard } from '../../contract/metrics.ts';
import type { ComputedFact } from '../../domain/portfolio/definitions.ts';
import type { Money } from '../ui/money.ts';
import { formatCount, formatDecimal, formatPercent } from '../ui/numbers.ts';

type FactWords = (value: number, money: Money) => string;

const FACTS: Readonly<Record<ComputedFact, FactWords>> = {
  employees: (value) => formatCount(value, 'employee', 'employees'),
  locations: (value) => formatCount(value, 'location', 'locations'),
  mrr: (value, money) => `${money.full(Math.round(value * 100))} a month`,
  tickets_per_month: (value) => `${formatDecimal(value)} tickets a month`,
  tickets_per_seat: (value) => `${formatDecimal(value)} tickets a month per seat`,
  support_hours_per_month: (value) => `${formatDecimal(value)} support hours a month`,
  support_hours_per_seat: (value) => `${formatDecimal(value)} support hours a month per seat`,
  special_sla: (value) => (value === 0 ? 'no special SLA' : 'a special SLA'),
  alignment: (value) => `${formatPercent(value)} aligned`,
  csat: (value) => `${formatPercent(value)} positive`,
  days_to_renewal: (value) => `${formatCount(value, 'day', 'days')} to the next renewal`,
  days_since_meeting: (value) => `${formatCount(value, 'day', 'days')} since the last meeting`,
};

/** What was measured for a metric, in its unit; null where nothing was, or where a person picks. */
export function measuredWords({ metric, value }: MetricCard, money: Money): string | null {
  if (value === null) return null;
  switch (metric.kind) {
    case 'custom':
      return null;
    case 'assessment':
      return `${formatDecimal(value)} of 100`;
    case 'csat':
      return `${formatPercent(value)} positive`;
    case 'computed':
      return metric.fact ? FACTS[metric.fact](value, money) : formatDecimal(value);
  }
}
