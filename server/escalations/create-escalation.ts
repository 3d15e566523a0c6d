import { sql } from 'kysely';
import type { Escalation, NewEscalation } from '../../contract/escalations.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { requireOwner } from '../action-items/action-item-columns.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { requirePeriod } from '../contracts/require-sound.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { escalationColumns } from './escalation-columns.ts';
import { readEscalation } from './read-escalations.ts';

/** Opens an escalation, today unless a day is named. Refuses an unknown owner, and one resolved before it was opened. */
export async function createEscalation(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  company: string,
  given: NewEscalation,
): Promise<Escalation> {
  await lockCompany(tx, company);
  requireOwner(loaded.grants, given.owner);
  const escalation = { ...given, openedOn: given.openedOn ?? loaded.asOf };
  requirePeriod(escalation.openedOn, escalation.resolvedOn, 'resolvedOn');
  const { columns, values } = insertion(escalationColumns, escalation);
  const keys = newKeys(`${company} ${escalation.title}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`insert into escalations (workspace_id, key, company${columns})
      values (${workspace}, ${key}, ${company}${values}) on conflict do nothing returning key`.execute(tx);
    if (rows.length === 0) continue;
    await audit(tx, {
      workspace,
      actor: user.id,
      action: 'create escalation',
      company,
      subject: key,
      after: escalation,
    });
    return readEscalation(tx, key, loaded.asOf);
  }
}
