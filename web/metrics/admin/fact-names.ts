import type { ComputedFact } from '../../../domain/portfolio/definitions.ts';

/** The facts that a computed metric can rest on, as they are called on the screens. */
export const FACT_NAMES: Readonly<Record<ComputedFact, string>> = {
  employees: 'Employees',
  locations: 'Locations',
  mrr: 'MRR',
  tickets_per_month: 'Tickets per month',
  tickets_per_seat: 'Tickets per seat',
  support_hours_per_month: 'Support hours per month',
  support_hours_per_seat: 'Support hours per seat',
  special_sla: 'Special SLA (yes = 1)',
  alignment: 'Alignment %',
  csat: 'CSAT %',
  days_to_renewal: 'Days to the next renewal',
  days_since_meeting: 'Days since the last meeting',
};

export const KIND_NAMES = {
  custom: 'Judgement',
  assessment: 'Assessment',
  csat: 'CSAT',
  computed: 'Computed',
} as const;
