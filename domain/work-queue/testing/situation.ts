import type { Situation } from '../situation.ts';

/** The day on which the examples stand. */
export const AS_OF = '2026-11-22';

/** An active client of Dana's in good health about whom there is nothing to do, but for what a test names. */
export function situation(own: Partial<Situation> = {}): Situation {
  return {
    id: 'acme',
    name: 'Acme Dental',
    stage: 'active',
    mrr: 420_000,
    highValue: true,
    vcio: 'dana',
    accountManager: 'lee',
    health: { score: 82, status: 'Satisfactory', red: false, redSince: null, fall: null },
    cadences: [],
    unclosedMeetings: [],
    actionItems: [],
    escalations: [],
    renewals: [],
    recommendations: [],
    goals: [],
    onboardingTasks: [],
    override: null,
    staleMetrics: [],
    staleAlignment: null,
    way: null,
    ...own,
  };
}
