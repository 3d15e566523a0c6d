import { daysBetween } from '../calendar/day.ts';
import { type Fraction, fraction, multiply, parseDecimal } from '../money/fraction.ts';
import type { ComputedFact } from '../portfolio/definitions.ts';
import type { CompanyFacts, Fact } from '../portfolio/facts.ts';
import type { Cents, Day } from '../portfolio/values.ts';
import { csatShare } from './csat-share.ts';

/** What the facts that a computed metric may name are taken from (docs/interfaces.md, "Metric value"). */
export interface FactSources {
  readonly asOf: Day;
  readonly facts: Pick<CompanyFacts, 'facts' | 'locations' | 'csat' | 'meetings'>;
  readonly employees: number | null;
  readonly mrr: Cents;
  /** 0–100, exact; asked for only when a metric names it. */
  readonly alignment: () => Fraction | null;
  readonly daysToRenewal: () => number | null;
}

/** A fact's exact value, and the day it was stated if it was. */
export interface FactValue {
  readonly value: Fraction;
  readonly date: Day | null;
}

/** One fact of a company; null where the company lacks it, which is never 0. */
export function computedFact(fact: ComputedFact, sources: FactSources): FactValue | null {
  switch (fact) {
    case 'employees':
      return whole(sources.employees);
    case 'locations':
      return whole(sources.facts.locations);
    case 'mrr':
      return { value: fraction(sources.mrr, 100), date: null };
    case 'tickets_per_month':
    case 'support_hours_per_month':
    case 'special_sla':
      return stated(fact, sources);
    case 'tickets_per_seat':
      return perSeat(stated('tickets_per_month', sources), sources.employees);
    case 'support_hours_per_seat':
      return perSeat(stated('support_hours_per_month', sources), sources.employees);
    case 'alignment':
      return undated(sources.alignment());
    case 'csat':
      return undated(percent(csatShare(sources.facts.csat, sources.asOf)));
    case 'days_to_renewal':
      return whole(sources.daysToRenewal());
    case 'days_since_meeting':
      return whole(daysSinceMeeting(sources));
  }
}

function stated(name: Fact['fact'], { facts }: FactSources): FactValue | null {
  const fact = facts.facts.find((candidate) => candidate.fact === name);
  if (!fact) return null;
  const number = fact.value === 'true' ? '1' : fact.value === 'false' ? '0' : fact.value;
  return { value: parseDecimal(number), date: fact.asOf };
}

/** Per employee; a company without employees has no such value. */
function perSeat(fact: FactValue | null, employees: number | null): FactValue | null {
  if (!fact || !employees) return null;
  return { value: multiply(fact.value, fraction(1, employees)), date: fact.date };
}

function daysSinceMeeting({ facts, asOf }: FactSources): number | null {
  let latest: Day | null = null;
  for (const { date, status } of facts.meetings) {
    if (status === 'held' && date <= asOf && (latest === null || date > latest)) latest = date;
  }
  return latest === null ? null : daysBetween(latest, asOf);
}

function percent(share: Fraction | null): Fraction | null {
  return share && multiply(share, fraction(100));
}

function whole(value: number | null): FactValue | null {
  return value === null ? null : { value: fraction(value), date: null };
}

function undated(value: Fraction | null): FactValue | null {
  return value && { value, date: null };
}
