import { sql } from 'kysely';
import type { Cadence, CadenceSetting } from '../../contract/cadences.ts';
import type { MeetingKind } from '../../domain/engagement/meeting-kinds.ts';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { companyCadences } from './company-cadences.ts';

const actions = ['set cadence', 'delete cadence'];

/** Sets how often a company is met. Refuses an If-Match that no longer holds. */
export async function setCadence(
  tx: Tx,
  viewer: Viewer,
  { company, kind }: { readonly company: string; readonly kind: MeetingKind },
  { every, method }: CadenceSetting,
  ifMatch: string | undefined,
): Promise<Cadence> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const before = await cadenceOf(tx, viewer, company, kind);
  const current = before ?? { etag: NONE };
  await requireUnchangedBy(tx, viewer, ifMatch, current, { company, actions, subject: kind });
  const stored = { every: before?.set?.every, method: before?.set?.method };
  const changed = changedFields(stored, { every, method });
  if (!changed && before?.set) return before;
  await sql`insert into cadences (workspace_id, company, kind, every, method, set_on, set_by)
    values (${workspace}, ${company}, ${kind}, ${every}, ${method ?? stored.method ?? null}, ${loaded.asOf}, ${user.id})
    on conflict (workspace_id, company, kind) do update
      set every = excluded.every, method = excluded.method, set_on = excluded.set_on, set_by = excluded.set_by`.execute(
    tx,
  );
  await audit(tx, { workspace, actor: user.id, action: 'set cadence', company, subject: kind, ...changed });
  return (await cadenceOf(tx, viewer, company, kind))!;
}

/** Takes a cadence away. Refuses one that is not there, and an If-Match that no longer holds. */
export async function clearCadence(
  tx: Tx,
  viewer: Viewer,
  { company, kind }: { readonly company: string; readonly kind: MeetingKind },
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  await lockCompany(tx, company);
  const before = await cadenceOf(tx, viewer, company, kind);
  await requireUnchangedBy(tx, viewer, ifMatch, before ?? { etag: NONE }, {
    company,
    actions,
    subject: kind,
  });
  if (!before?.set) throw notFound('cadence', kind);
  await sql`delete from cadences
    where workspace_id = ${workspace} and company = ${company} and kind = ${kind}`.execute(tx);
  const { every, method } = before.set;
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete cadence',
    company,
    subject: kind,
    before: { every, method },
  });
}

/** Of a kind that has no cadence and gets none proposed. */
const NONE = '"none"';

async function cadenceOf(
  tx: Tx,
  { loaded }: Viewer,
  company: string,
  kind: MeetingKind,
): Promise<Cadence | undefined> {
  return (await companyCadences(tx, loaded, company)).find((cadence) => cadence.kind === kind);
}
