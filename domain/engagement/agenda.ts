import { daysBetween } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';
import { daysWithoutUpdate, type Severity } from './escalation.ts';

/** What is open between us and a client, as far as a meeting may speak of it. */
export interface OpenWithClient {
  readonly escalations: readonly {
    readonly id: string;
    readonly title: string;
    readonly severity: Severity | null;
    readonly openedOn: Day;
    readonly nextUpdateDue: Day | null;
  }[];
  /** Of earlier meetings, not done. */
  readonly actionItems: readonly {
    readonly id: string;
    readonly title: string;
    /** Whoever does it, of either side; null: nobody is named. */
    readonly owner: string | null;
    readonly dueDate: Day | null;
    readonly meeting: string;
  }[];
  /** The health status now, and on an earlier day; null: not known. */
  readonly health: {
    readonly now: string;
    readonly before: { readonly status: string; readonly on: Day } | null;
    /** Worse than before, the same, or better; null: nothing to compare with. */
    readonly direction: 'worse' | 'same' | 'better' | null;
  };
  /** Health metrics and the share of their points that the client has, 0–1. */
  readonly metrics: readonly { readonly id: string; readonly name: string; readonly share: number }[];
  readonly goals: readonly { readonly id: string; readonly title: string; readonly targetDate: Day | null }[];
  readonly recommendations: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: string | null;
    readonly targetQuarter: string | null;
  }[];
  /** Contracts in force that end within 90 days. */
  readonly renewals: readonly { readonly id: string; readonly name: string; readonly end: Day }[];
}

export const AGENDA_SOURCES = [
  'escalation',
  'action_item',
  'health',
  'metric',
  'goal',
  'recommendation',
  'renewal',
] as const;
export type AgendaSource = (typeof AGENDA_SOURCES)[number];

export interface AgendaItem {
  readonly source: AgendaSource;
  /** Of the thing that it is about; null: the company as a whole. */
  readonly id: string | null;
  /** The line as it goes into the agenda. */
  readonly text: string;
  readonly why: string;
}

/** Below half of its points a metric is worth a word. */
const AT_RISK = 0.5;

/**
 * What a meeting with this client should speak about, the most pressing first: open escalations, what was promised (late
 * things first), health that has moved, metrics below half their points, goals past their day, open recommendations and
 * contracts that end within 90 days. A proposal: the vCIO takes what fits. Each line says why it is there.
 */
export function agenda(open: OpenWithClient, asOf: Day): AgendaItem[] {
  return [
    ...open.escalations.map((escalation): AgendaItem => {
      const late = daysWithoutUpdate({ status: 'open', nextUpdateDue: escalation.nextUpdateDue }, asOf);
      return {
        source: 'escalation',
        id: escalation.id,
        text: `Escalation: ${escalation.title}`,
        why: `Open since ${escalation.openedOn}${escalation.severity ? `, ${escalation.severity}` : ''}${late > 0 ? `; an update is ${days(late)} late` : ''}`,
      };
    }),
    ...byDueDate(open.actionItems).map(({ id, title, owner, dueDate, meeting }): AgendaItem => {
      const late = dueDate === null ? 0 : daysBetween(dueDate, asOf);
      const due = dueDate === null ? 'without a date' : late > 0 ? `${days(late)} late` : `due ${dueDate}`;
      return {
        source: 'action_item',
        id,
        text: owner === null ? title : `${title} (${owner})`,
        why: `Open from the ${meeting}, ${due}`,
      };
    }),
    ...healthItem(open.health),
    ...open.metrics
      .filter(({ share }) => share < AT_RISK)
      .map(
        ({ id, name, share }): AgendaItem => ({
          source: 'metric',
          id,
          text: `${name}: what would help?`,
          why: `${name} has ${Math.round(share * 100)} % of its points`,
        }),
      ),
    ...open.goals
      .filter(({ targetDate }) => targetDate !== null && targetDate < asOf)
      .map(
        ({ id, title, targetDate }): AgendaItem => ({
          source: 'goal',
          id,
          text: `Goal: ${title}`,
          why: `Its target date, ${targetDate}, has passed`,
        }),
      ),
    ...open.recommendations.map(
      ({ id, title, status, targetQuarter }): AgendaItem => ({
        source: 'recommendation',
        id,
        text: `Recommendation: ${title}`,
        why: `${status ?? 'Open'}${targetQuarter === null ? ', without a quarter' : `, meant for ${targetQuarter}`}`,
      }),
    ),
    ...open.renewals.map(
      ({ id, name, end }): AgendaItem => ({
        source: 'renewal',
        id,
        text: `Renewal: ${name}`,
        why: end === asOf ? 'It ends today' : `It ends on ${end}, in ${days(daysBetween(asOf, end))}`,
      }),
    ),
  ];
}

function healthItem({ now, before, direction }: OpenWithClient['health']): AgendaItem[] {
  if (before === null || direction === null || direction === 'same') return [];
  return [
    {
      source: 'health',
      id: null,
      text: direction === 'worse' ? 'How are things going with us?' : 'What has gone well',
      why: `Health went from “${before.status}” (${before.on}) to “${now}”`,
    },
  ];
}

function byDueDate<T extends { readonly dueDate: Day | null }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => {
    if (a.dueDate === b.dueDate) return 0;
    if (a.dueDate === null) return 1;
    return b.dueDate === null || a.dueDate < b.dueDate ? -1 : 1;
  });
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);
