import { sql } from 'kysely';
import type { Escalation, NewLogEntry } from '../../contract/escalations.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { readEscalation } from './read-escalations.ts';

/** Notes what was said about an escalation, now and by the viewer, and what day the next update is promised for. */
export async function createLogEntry(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  { company, id }: RowPlace,
  { nextUpdateDue, ...entry }: NewLogEntry,
): Promise<Escalation> {
  await lockCompany(tx, company);
  const { log, nextUpdateDue: before } = await readEscalation(tx, id, loaded.asOf);
  const keys = newKeys(`${id} ${String(log.length + 1).padStart(3, '0')}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`
      insert into escalation_log (workspace_id, key, escalation, company, at, "by", to_whom, method, audience, text)
      values (${workspace}, ${key}, ${id}, ${company}, clock_timestamp(), ${user.id}, ${entry.toWhom ?? null},
        ${entry.method ?? null}, ${entry.audience}, ${entry.text})
      on conflict do nothing returning key`.execute(tx);
    if (rows.length === 0) continue;
    const promised = nextUpdateDue !== undefined && nextUpdateDue !== before;
    if (promised)
      await sql`update escalations set next_update_due = ${nextUpdateDue}
        where workspace_id = ${workspace} and key = ${id}`.execute(tx);
    await audit(tx, {
      workspace,
      actor: user.id,
      action: 'log escalation',
      company,
      subject: id,
      ...(promised ? { before: { nextUpdateDue: before } } : {}),
      after: { ...entry, ...(promised ? { nextUpdateDue } : {}) },
    });
    return readEscalation(tx, id, loaded.asOf);
  }
}

/** Deletes an entry of a communication log; the record keeps what was said. */
export async function deleteLogEntry(
  tx: Tx,
  { workspace, user }: Viewer,
  { company, id }: RowPlace,
): Promise<void> {
  await lockCompany(tx, company);
  const { rows } = await sql<{ escalation: string; text: string; audience: string }>`
    delete from escalation_log where workspace_id = ${workspace} and key = ${id}
    returning escalation, text, audience`.execute(tx);
  const [gone] = rows;
  if (!gone) throw notFound('log entry', id);
  const { escalation: subject, ...before } = gone;
  await audit(tx, { workspace, actor: user.id, action: 'delete log entry', company, subject, before });
}
