import type { CadenceInterval } from '../engagement/cadence-due.ts';
import type { Severity } from '../engagement/escalation.ts';
import type { MeetingKind } from '../engagement/meeting-kinds.ts';
import type { Side } from '../onboarding/sides.ts';
import type { Stage } from '../portfolio/facts.ts';
import type { StaleAlignment, StaleMetric } from '../portfolio/upkeep.ts';
import type { Cents, Day } from '../portfolio/values.ts';
import type { Quarter } from '../recommendations/quarter.ts';

/** Everything known of one company that the work queue rests on. It holds for one day. */
export interface Situation {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly mrr: Cents;
  /** High value by the workspace's midpoint. */
  readonly highValue: boolean;
  /** User ids of those who look after it, active ones only. */
  readonly vcio: string | null;
  readonly accountManager: string | null;
  readonly health: SituationHealth;
  readonly cadences: readonly SituationCadence[];
  /** Planned meetings whose day has passed. */
  readonly unclosedMeetings: readonly SituationMeeting[];
  /** Not done, and with a day. */
  readonly actionItems: readonly SituationActionItem[];
  /** Open ones. */
  readonly escalations: readonly SituationEscalation[];
  /** Contracts in force that end within 90 days. */
  readonly renewals: readonly SituationRenewal[];
  /** Open ones. */
  readonly recommendations: readonly SituationRecommendation[];
  /** Open ones that have a day. */
  readonly goals: readonly SituationGoal[];
  /** Open ones that have a day. */
  readonly onboardingTasks: readonly SituationTask[];
  /** The override of the status that is in force. */
  readonly override: { readonly status: string; readonly setOn: Day; readonly expiresOn: Day } | null;
  readonly staleMetrics: readonly StaleMetric[];
  readonly staleAlignment: StaleAlignment | null;
  /** What is known of its way to active; null where it is on none. */
  readonly way: SituationWay | null;
}

export interface SituationHealth {
  /** 0–100; null: no score. */
  readonly score: number | null;
  readonly status: string;
  /** In the lowest band, by the score or by an override. */
  readonly red: boolean;
  /** The first day of its being red now, as far as snapshots tell; null: not known. */
  readonly redSince: Day | null;
  /** A fall that it has not recovered from (see falling-health.ts); null: none. */
  readonly fall: HealthFall | null;
}

export interface HealthFall {
  /** The score of about 30 or 90 days ago that the present one is compared with. */
  readonly from: number;
  readonly on: Day;
  /** The first day on which it was as low as now; null: not known. */
  readonly since: Day | null;
}

export interface SituationCadence {
  readonly kind: MeetingKind;
  readonly every: CadenceInterval;
  readonly due: Day;
  /** Why it is due then (see cadence-due.ts). */
  readonly why: string;
  /** The day of the next one that is planned; null: none is. */
  readonly planned: Day | null;
}

export interface SituationMeeting {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly date: Day;
}

export interface SituationActionItem {
  readonly id: string;
  readonly title: string;
  readonly dueDate: Day;
  /** User id. */
  readonly owner: string | null;
  /** Somebody of the client. */
  readonly ownerName: string | null;
  /** The name of the meeting at which it was promised. */
  readonly meeting: string;
}

export interface SituationEscalation {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity | null;
  readonly openedOn: Day;
  readonly nextUpdateDue: Day | null;
  /** The day of the latest entry in its log; null: there is none. */
  readonly lastWord: Day | null;
  /** User id. */
  readonly owner: string | null;
}

export interface SituationRenewal {
  readonly contract: { readonly id: string; readonly name: string };
  readonly end: Day;
  readonly days: number;
  readonly mrr: Cents;
}

export interface SituationRecommendation {
  readonly id: string;
  readonly title: string;
  /** The name of its status; null: the workspace has none. */
  readonly status: string | null;
  readonly state: 'not_started' | 'started' | 'completed' | 'declined';
  readonly targetQuarter: Quarter | null;
  /** User id. */
  readonly owner: string | null;
  /** The latest day on which it was changed, or spoken of at a meeting; null: not known. */
  readonly lastTouched: Day | null;
}

export interface SituationGoal {
  readonly id: string;
  readonly title: string;
  readonly targetDate: Day;
  readonly status: string | null;
  /** 0–100. */
  readonly progress: number | null;
  /** User id. */
  readonly owner: string | null;
}

export interface SituationTask {
  readonly id: string;
  readonly title: string;
  readonly side: Side;
  readonly dueDate: Day;
}

export interface SituationWay {
  /** When its stage began; null: nobody recorded it. */
  readonly since: Day | null;
  readonly days: number | null;
  readonly next: Stage | null;
  /** What the next stage still asks for, as things to do. */
  readonly lacking: readonly string[];
}
