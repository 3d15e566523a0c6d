import { sql } from 'kysely';
import type { Stage } from '../../domain/portfolio/facts.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type {
  SituationEscalation,
  SituationMeeting,
  SituationTask,
} from '../../domain/work-queue/situation.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** A row that belongs to a company. */
type Of<Row> = Row & { readonly company: string };

/** The companies that the transaction sees, with whom they are assigned to as vCIO. */
export async function stagesAndOwners(
  tx: Tx,
): Promise<readonly { readonly id: string; readonly stage: Stage; readonly owner: string | null }[]> {
  const { rows } = await sql<{ id: string; stage: Stage; owner: string | null }>`
    select key as id, coalesce(stage, 'active') as stage, owner from companies
    where workspace_id = (select current_workspace())`.execute(tx);
  return rows;
}

type UnclosedMeeting = Of<SituationMeeting>;

/** Meetings that are still planned, on a day from one to another, both included. */
export async function unclosedMeetings(tx: Tx, from: Day, to: Day): Promise<UnclosedMeeting[]> {
  const { rows } = await sql<UnclosedMeeting>`
    select company, key as id, kind, date from meetings
    where workspace_id = (select current_workspace()) and date between ${from} and ${to}
      and coalesce(status, 'planned') = 'planned'`.execute(tx);
  return rows;
}

type OpenEscalation = Of<SituationEscalation>;

/** The open escalations, each with the day in this time zone on which its log was last written to. */
export async function openEscalations(tx: Tx, timeZone: string): Promise<OpenEscalation[]> {
  const { rows } = await sql<OpenEscalation>`
    select e.company, e.key as id, e.title, e.severity, e.opened_on as "openedOn", e.next_update_due as "nextUpdateDue", e.owner,
      (select (max(l.at) at time zone ${timeZone})::date from escalation_log l
        where l.workspace_id = e.workspace_id and l.escalation = e.key) as "lastWord"
    from escalations e
    where e.workspace_id = (select current_workspace()) and coalesce(e.status, 'open') = 'open'`.execute(tx);
  return rows;
}

export type StoredRecommendation = Of<{
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly targetQuarter: string | null;
  readonly owner: string | null;
  readonly lastTouched: Day | null;
}>;

/**
 * Recommendations whose status is none of these names, each with the latest day in this time zone on which it was changed, or
 * spoken of at a meeting that was held; null: neither is recorded.
 */
export async function recommendationsBut(
  tx: Tx,
  closed: readonly string[],
  { asOf, timeZone }: { readonly asOf: Day; readonly timeZone: string },
): Promise<StoredRecommendation[]> {
  const { rows } = await sql<StoredRecommendation>`
    with changed as (
      select company, subject, (max(at) at time zone ${timeZone})::date as last from audit_events
      where workspace_id = (select current_workspace())
        and action in ('create recommendation', 'update recommendation') group by company, subject),
    met as (
      select l.recommendation, max(m.date) as last
      from meeting_recommendations l join meetings m on m.workspace_id = l.workspace_id and m.key = l.meeting
      where l.workspace_id = (select current_workspace()) and m.status = 'held' and m.date <= ${asOf}::date
      group by l.recommendation)
    select r.company, r.key as id, r.title, r.status, r.target_quarter as "targetQuarter", r.owner,
      least(greatest(changed.last, met.last), ${asOf}::date) as "lastTouched"
    from recommendations r
    left join changed on changed.company = r.company and changed.subject = r.key
    left join met on met.recommendation = r.key
    where r.workspace_id = (select current_workspace()) and (r.status is null or not r.status = any(${closed}::text[]))`.execute(
    tx,
  );
  return rows;
}

export type StoredOverride = Of<{ readonly status: string; readonly setOn: Day; readonly expiresOn: Day }>;

/** The overrides of a status that hold on one day and end by another. */
export async function overridesEnding(tx: Tx, on: Day, by: Day): Promise<StoredOverride[]> {
  const { rows } = await sql<StoredOverride>`
    select company, status, set_on as "setOn", expires_on as "expiresOn" from health_overrides
    where workspace_id = (select current_workspace()) and set_on <= ${on}::date
      and expires_on between ${on}::date and ${by}::date`.execute(tx);
  return rows;
}

export type StoredGoal = Of<{
  readonly id: string;
  readonly title: string;
  readonly targetDate: Day;
  readonly status: string | null;
  readonly progress: string | null;
  readonly owner: string | null;
}>;

/** Goals to be reached by a day, in whatever state. */
export async function goalsDue(tx: Tx, by: Day): Promise<StoredGoal[]> {
  const { rows } = await sql<StoredGoal>`
    select company, key as id, title, target_date as "targetDate", status, progress::text as progress, owner from goals
    where workspace_id = (select current_workspace()) and target_date <= ${by}::date`.execute(tx);
  return rows;
}

type LateTask = Of<SituationTask>;

/** Onboarding tasks that are open, and were due before a day. */
export async function lateTasks(tx: Tx, before: Day): Promise<LateTask[]> {
  const { rows } = await sql<LateTask>`
    select company, key as id, title, side, due_date as "dueDate" from onboarding_tasks
    where workspace_id = (select current_workspace()) and done_at is null and due_date < ${before}::date`.execute(
    tx,
  );
  return rows;
}
