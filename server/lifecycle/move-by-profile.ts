import type { Stage } from '../../domain/portfolio/facts.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { recordStageChange } from './record-stage-change.ts';
import { requireMove } from './require-move.ts';
import { stageRows } from './stage-rows.ts';

/**
 * Records a stage that is set as a field of the profile, under the same rule as any move: members need what it asks for, an
 * admin forces it by setting it. The update of the company is the caller's.
 */
export async function moveByProfile(tx: Tx, viewer: Viewer, company: string, to: Stage): Promise<void> {
  const { workspace, user, loaded } = viewer;
  const [row] = await stageRows(tx, loaded, [company]);
  if (!row) throw notFound('company', company);
  const note = 'Set on the company profile';
  const force = user.role === 'admin';
  const forced = requireMove(viewer, row, to, { note, offboardedOn: loaded.asOf, force });
  await recordStageChange(tx, { workspace, company, by: user.id, from: row.stage, to, note, forced });
}
