import { sql } from 'kysely';
import type { Lifecycle, StageMove } from '../../contract/lifecycle.ts';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { profileActions } from '../companies/profile-columns.ts';
import { beginOnboarding } from '../onboarding/copy-template.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { readLifecycle } from './read-lifecycle.ts';
import { recordStageChange } from './record-stage-change.ts';
import { requireMove } from './require-move.ts';
import { stageRows } from './stage-rows.ts';

/** Moves a company to another stage; to where it is already changes nothing. Refuses a move that lacks something. */
export async function moveStage(
  tx: Tx,
  viewer: Viewer,
  id: string,
  { to, note: said = null, offboardedOn = null, force = false }: StageMove,
  ifMatch: string | undefined,
): Promise<Lifecycle> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, id);
  const current = await readLifecycle(tx, loaded, id);
  await requireUnchangedBy(tx, viewer, ifMatch, current, { company: id, actions: profileActions });
  const [row] = await stageRows(tx, loaded, [id]);
  if (!row) throw notFound('company', id);
  const { stage: from } = row;
  if (from === to) return current;
  const note = said?.trim() || null;
  const forced = requireMove(viewer, row, to, { note, offboardedOn, force });
  const ended = to === 'offboarded' ? offboardedOn : null;
  await sql`update companies set stage = ${to}, offboarded_on = ${ended}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await recordStageChange(tx, { workspace, company: id, by: user.id, from, to, note, forced });
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'update company',
    company: id,
    before: { stage: from, offboardedOn: row.offboardedOn },
    after: { stage: to, offboardedOn: ended, ...(note ? { note } : {}), ...(forced ? { forced } : {}) },
  });
  if (to === 'onboarding') await beginOnboarding(tx, viewer, id);
  return readLifecycle(tx, loaded, id);
}
