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

/**
 * Records who changed what, in the transaction that changes it, and after it has: an event of the workspace itself carries
 * the version that its definitions got by it. Never put a secret in `before` or `after`.
 */
export function audit(tx: Kysely<Tables>, event: AuditEvent): Promise<void> {
  return auditAll(tx, [event]);
}

/** The same for many changes, in one round trip. */
export async function auditAll(tx: Kysely<Tables>, events: readonly AuditEvent[]): Promise<void> {
  await sql`insert into audit_events (workspace_id, actor, action, company, subject, before, after, definitions_version)
    select workspace, actor, action, company, subject, before, after,
      case when company is null then new_definitions_version(workspace) end
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as event
      (workspace uuid, actor text, action text, company text, subject text, before jsonb, after jsonb)`.execute(
    tx,
  );
}
