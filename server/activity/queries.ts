import { type RawBuilder, sql } from 'kysely';
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

/** The workspace's events, newest first, one more than a page: those about no company, and about these. */
export function eventsOfWorkspace(
  tx: Tx,
  companies: 'all' | readonly string[],
  page: EventPage,
): Promise<AuditEvent[]> {
  const which = companies === 'all' ? sql`true` : sql`(company is null or company = any(${companies}))`;
  return events(tx, page, which);
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
