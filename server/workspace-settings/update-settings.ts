import { sql } from 'kysely';
import type { WorkspaceSettings, WorkspaceSettingsChange } from '../../contract/workspace-settings.ts';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { loadDefinitions } from '../portfolio/definitions.ts';
import { readSettings, type Settings, settingsOf } from './read-settings.ts';
import { recordedNames, recordedSettings } from './recorded.ts';
import { requireSound, wrong } from './require-sound.ts';
import { storeBands, storeRates, storeSegments } from './store-lists.ts';
import { storeStatuses } from './store-statuses.ts';

const columns = {
  name: 'name',
  currency: 'currency',
  timeZone: 'time_zone',
  asOf: 'as_of',
  effortMidpoint: 'effort_midpoint',
  valueMidpoint: 'value_midpoint',
  seatValueMidpoint: 'seat_value_midpoint',
  alignmentStaleAfterDays: 'alignment_stale_after_days',
} as const satisfies Partial<Record<keyof Settings, string>>;

/**
 * Changes the workspace's settings, all of them or none. Refuses an If-Match that no longer holds, and what does not fit
 * together. The transaction must see every company, as recommendations of each may be touched.
 */
export async function updateSettings(
  tx: Tx,
  viewer: Viewer,
  change: WorkspaceSettingsChange,
  ifMatch: string | undefined,
  now: Date,
): Promise<WorkspaceSettings> {
  const { workspace, user } = viewer;
  await sql`select from workspaces where id = ${workspace} for no key update`.execute(tx);
  await requireUnchangedBy(tx, viewer, ifMatch, await readSettings(tx, viewer, now), {
    company: null,
    actions: ['update workspace settings'],
  });
  const present = settingsOf(await loadDefinitions(tx));
  requireSound(present, change);
  const { recommendationStatuses: statuses, replacedStatuses = [] } = change;
  if (!statuses && replacedStatuses.length > 0)
    throw wrong('replacedStatuses', 'No status goes away, so none is replaced.');
  if (change.exchangeRates) await storeRates(tx, workspace, change.exchangeRates);
  if (change.alignmentBands) await storeBands(tx, workspace, change.alignmentBands);
  if (change.segments) await storeSegments(tx, workspace, change.segments);
  const names = statuses && (await storeStatuses(tx, viewer, present, statuses, replacedStatuses));
  const single = changedFields(present, fieldsOf(change));
  const set = single && assignments(columns, single.after);
  if (set) await sql`update workspaces set ${set} where id = ${workspace}`.execute(tx);
  const changed = changedFields(present, settingsOf(await loadDefinitions(tx)));
  if (changed) {
    const { before, after } = recordedSettings(changed.before, changed.after);
    await audit(tx, {
      workspace,
      actor: user.id,
      action: 'update workspace settings',
      before,
      after: { ...after, ...(names ? recordedNames(names) : {}) },
    });
  }
  return readSettings(tx, viewer, now);
}

function fieldsOf(change: WorkspaceSettingsChange): Record<string, unknown> {
  return Object.fromEntries(Object.entries(change).filter(([name]) => name in columns));
}
