import { type CompanyScope, canSee } from '../access/company-scope.ts';
import { isCurrentClient } from '../companies/current.ts';
import type { Day } from '../portfolio/values.ts';
import { actionItemItems } from './action-item-items.ts';
import { cadenceItems } from './cadence-items.ts';
import { escalationItems } from './escalation-items.ts';
import { fallingHealthItems } from './falling-health.ts';
import { goalItems } from './goal-items.ts';
import { meetingOutcomeItems } from './meeting-outcome-items.ts';
import { onboardingItems } from './onboarding-items.ts';
import { overrideItems } from './override-items.ts';
import { recommendationItems } from './recommendation-items.ts';
import { redHighValueItems } from './red-high-value-items.ts';
import { renewalItems } from './renewal-items.ts';
import type { Situation } from './situation.ts';
import { stageItems } from './stage-items.ts';
import { staleAlignmentItems } from './stale-alignment-items.ts';
import { staleMetricItems } from './stale-metric-items.ts';
import { byUrgency } from './urgency.ts';
import type { WorkItem } from './work-item.ts';

type Rule = (company: Situation, asOf: Day) => WorkItem[];

/** What is asked about every company. */
const ALWAYS: readonly Rule[] = [
  escalationItems,
  actionItemItems,
  meetingOutcomeItems,
  cadenceItems,
  stageItems,
  onboardingItems,
  recommendationItems,
  goalItems,
];

/** What is asked about current clients alone. */
const OF_CLIENTS: readonly Rule[] = [
  redHighValueItems,
  fallingHealthItems,
  renewalItems,
  overrideItems,
  staleMetricItems,
  staleAlignmentItems,
];

/** What there is to do next about the companies that one sees, the most urgent first (see urgency.ts). */
export function workQueue(companies: readonly Situation[], scope: CompanyScope, asOf: Day): WorkItem[] {
  return companies
    .filter(({ id }) => canSee(scope, id))
    .flatMap((company) =>
      itemsOf(company, asOf).map((item) => ({
        item,
        companyName: company.name,
        companyMrr: company.mrr,
      })),
    )
    .sort(byUrgency(asOf))
    .map(({ item }) => item);
}

function itemsOf(company: Situation, asOf: Day): WorkItem[] {
  const rules = isCurrentClient(company.stage) ? [...ALWAYS, ...OF_CLIENTS] : ALWAYS;
  return rules.flatMap((rule) => rule(company, asOf));
}
