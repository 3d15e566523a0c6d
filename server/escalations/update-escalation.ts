import { sql } from 'kysely';
import type { Escalation, EscalationChange } from '../../contract/escalations.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { requireOwner } from '../action-items/action-item-columns.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { requirePeriod } from '../contracts/require-sound.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { escalationColumns } from './escalation-columns.ts';
import { readEscalation } from './read-escalations.ts';

/** Changes an escalation, or resolves it. Refuses an If-Match that no longer holds, and a resolution before the opening. */
export async function updateEscalation(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  change: EscalationChange,
  ifMatch: string | undefined,
): Promise<Escalation> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const escalation = await readEscalation(tx, id, loaded.asOf);
  await requireUnchangedBy(tx, viewer, ifMatch, escalation, {
    company,
    actions: ['create escalation', 'update escalation'],
    subject: id,
  });
  const stored = { ...escalation, owner: escalation.owner?.id ?? null };
  const changed = changedFields(stored, withDay(change, escalation, loaded.asOf));
  if (!changed) return escalation;
  const after: EscalationChange = changed.after;
  requireOwner(loaded.grants, after.owner);
  requirePeriod(
    after.openedOn ?? escalation.openedOn,
    after.resolvedOn === undefined ? escalation.resolvedOn : after.resolvedOn,
    'resolvedOn',
  );
  await sql`update escalations set ${assignments(escalationColumns, changed.after)}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'update escalation',
    company,
    subject: id,
    ...changed,
  });
  return readEscalation(tx, id, loaded.asOf);
}

/** What is resolved was resolved on some day; what is open again was not. */
function withDay(change: EscalationChange, { status }: Escalation, asOf: Day): EscalationChange {
  if (change.status === undefined || change.status === status || change.resolvedOn !== undefined)
    return change;
  return { ...change, resolvedOn: change.status === 'resolved' ? asOf : null };
}
