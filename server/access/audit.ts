import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

export interface AuditEvent {
  readonly workspace: string;
  /** User id; null: the command line. */
  readonly actor: string | null;
  /** What was done, as a verb and its object: "update alignment". */
  readonly action: string;
  readonly company?: string;
  /** What it was done to, where that is not the company. */
  readonly subject?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Records who changed what, in the transaction that changes it. Never put a secret in `before` or `after`. */
export async function audit(tx: Kysely<Tables>, event: AuditEvent): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await sql`insert into audit_events (workspace_id, actor, action, company, subject, before, after)
    values (${event.workspace}, ${event.actor}, ${event.action}, ${event.company ?? null}, ${event.subject ?? null},
      ${json(event.before)}::jsonb, ${json(event.after)}::jsonb)`.execute(tx);
}
