import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** An event as it was recorded. */
export interface AuditEvent {
  readonly id: string;
  readonly at: Date;
  readonly actor: string | null;
  readonly action: string;
  readonly company: string | null;
  readonly subject: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** Which version of the definitions the change made; null: it changed none. */
  readonly definitionsVersion: number | null;
}

export interface EventPage {
  readonly limit: number;
  /** Id of the last event of the page before. */
  readonly cursor?: string | undefined;
}

/**
 * A company's events, newest first, one more than a page. What happened to a company of the same id that was deleted is
 * not its own.
 */
export function eventsOfCompany(tx: Tx, company: string, page: EventPage): Promise<AuditEvent[]> {
  return events(
    tx,
    page,
    sql`company = ${company} and id > coalesce((select max(id) from audit_events d
      where d.workspace_id = e.workspace_id and d.company = ${company} and d.action = 'delete company'), 0)`,
  );
}

/** What narrows the workspace's events; days begin and end in the time zone. */
export interface EventFilter {
  readonly who?: string | undefined;
  readonly what?: string | undefined;
  readonly company?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly timeZone: string;
}

/** The workspace's events, newest first, one more than a page: those about no company, and about these. */
export function eventsOfWorkspace(
  tx: Tx,
  companies: 'all' | readonly string[],
  page: EventPage,
  { who, what, company, from, to, timeZone }: EventFilter,
): Promise<AuditEvent[]> {
  const begin = (day: Day, after: number) =>
    sql`(${day}::date + ${after}::int)::timestamp at time zone ${timeZone}`;
  const narrowed = [
    companies === 'all' ? null : sql`(company is null or company = any(${companies}))`,
    who === undefined ? null : sql`actor = ${who}`,
    what === undefined ? null : sql`action = ${what}`,
    company === undefined ? null : sql`company = ${company}`,
    from === undefined ? null : sql`at >= ${begin(from, 0)}`,
    to === undefined ? null : sql`at < ${begin(to, 1)}`,
  ].filter((one) => one !== null);
  return events(tx, page, sql.join([sql`true`, ...narrowed], sql` and `));
}

async function events(
  tx: Tx,
  { limit, cursor }: EventPage,
  which: RawBuilder<unknown>,
): Promise<AuditEvent[]> {
  const older = cursor === undefined ? sql`true` : sql`id < ${cursor}`;
  const { rows } = await sql<AuditEvent>`
    select id::text, at, actor, action, company, subject, before, after, definitions_version as "definitionsVersion"
      from audit_events e
    where workspace_id = (select current_workspace()) and ${older} and ${which}
    order by e.id desc limit ${limit + 1}`.execute(tx);
  return rows;
}

/** Every action that there are events of, in code-point order: each is one step in the index, however many events there are. */
export async function recordedActions(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    with recursive step (action) as (
      (select action collate "C" from audit_events where workspace_id = (select current_workspace()) order by action collate "C" limit 1)
      union all
      select (select e.action collate "C" from audit_events e
        where e.workspace_id = (select current_workspace()) and e.action collate "C" > step.action order by e.action collate "C" limit 1)
      from step where step.action is not null
    )
    select action from step where action is not null`.execute(tx);
  return rows.map(({ action }) => action);
}

/** By subject, the last event that deleted one of these events' subjects, or merged it into another. */
export async function deletionsOf(
  tx: Tx,
  events: readonly AuditEvent[],
): Promise<ReadonlyMap<string, AuditEvent>> {
  const companies = [...new Set(events.flatMap(({ company }) => company ?? []))];
  const subjects = [...new Set(events.flatMap(({ subject }) => subject ?? []))];
  const { rows } = await sql<AuditEvent>`
    select distinct on (subject) id::text, at, actor, action, company, subject, before, after,
      definitions_version as "definitionsVersion"
    from audit_events e
    where workspace_id = (select current_workspace()) and (company = any(${companies}) or company is null) and subject = any(${subjects})
      and (action like 'delete %' or action like 'merge %')
    order by subject, e.id desc`.execute(tx);
  return new Map(rows.map((row) => [row.subject!, row]));
}
