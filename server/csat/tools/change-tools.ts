import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { createSurveyTool, SurveyTool, updateSurveyTool } from '../../../contract/survey-tools.ts';
import { CSAT_RATINGS } from '../../../domain/csat/satisfaction.ts';
import { DELIVERY_FIELDS, type SurveyMapping } from '../../../domain/csat/survey-mapping.ts';
import { audit } from '../../access/audit.ts';
import { hashToken } from '../../access/identity.ts';
import { requireUnchangedBy } from '../../access/require-unchanged.ts';
import type { Viewer } from '../../access/viewer.ts';
import { changedFields } from '../../platform/database/changed-fields.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { seal } from '../../platform/secret.ts';
import { lockTool, readSurveyTool } from './read-tools.ts';

type New = z.output<NonNullable<(typeof createSurveyTool)['body']>>;
type Changes = z.output<NonNullable<(typeof updateSurveyTool)['body']>>;

/** A tool with the token of its address, which is nowhere kept. */
export interface Addressed {
  readonly tool: SurveyTool;
  readonly token: string;
}

/** Makes a survey tool with an address of 256 random bits. Refuses a name that another one has (`conflict`). */
export async function createTool(
  tx: Tx,
  { workspace, user }: Viewer,
  { name, mapping, signature = null }: New,
  { key, now }: { readonly key: Buffer; readonly now: Date },
): Promise<Addressed> {
  const token = newToken();
  const secret = signature === null ? null : seal(key, signature.secret);
  const { rows } = await sql<{ key: string }>`
    insert into survey_tools (workspace_id, name, mapping, token_hash, signature_header, signature_secret, created_at)
    values (${workspace}, ${name}, ${JSON.stringify(mapping)}::jsonb, ${hashToken(token)}, ${signature?.header ?? null}, ${secret}, ${now})
    on conflict (workspace_id, name) do nothing returning key`.execute(tx);
  if (!rows[0]) throw nameTaken(name);
  const after = recorded({ name, mapping, signatureHeader: signature?.header ?? null });
  await audit(tx, { workspace, actor: user.id, action: 'create survey tool', subject: name, after });
  return { tool: await readSurveyTool(tx, rows[0].key), token };
}

/** Changes a survey tool. Refuses an If-Match that no longer holds, and a name that another one has. */
export async function updateTool(
  tx: Tx,
  viewer: Viewer,
  id: string,
  { name, mapping, signature }: Changes,
  { key, ifMatch }: { readonly key: Buffer; readonly ifMatch: string | undefined },
): Promise<SurveyTool> {
  const { workspace, user } = viewer;
  await lockTool(tx, id);
  const stored = await readSurveyTool(tx, id);
  const ofTool = {
    company: null,
    actions: ['create survey tool', 'update survey tool'],
    subject: stored.name,
  };
  await requireUnchangedBy(tx, viewer, ifMatch, stored, ofTool);
  const next = {
    name: name ?? stored.name,
    mapping: mapping ?? stored.mapping,
    signatureHeader: signature === undefined ? stored.signatureHeader : (signature?.header ?? null),
  };
  const secret = signature ? seal(key, signature.secret) : null;
  const { rows } = await sql`
    update survey_tools t set name = ${next.name}, mapping = ${JSON.stringify(next.mapping)}::jsonb,
      signature_header = ${next.signatureHeader},
      signature_secret = case when ${signature === undefined} then signature_secret else ${secret}::bytea end
    where workspace_id = ${workspace} and key = ${id} and not exists (select from survey_tools o
      where o.workspace_id = t.workspace_id and o.name = ${next.name} and o.key <> t.key) returning key`.execute(
    tx,
  );
  if (rows.length === 0) throw nameTaken(next.name);
  const changed = changedFields(recorded(stored), recorded(next));
  if (changed ?? signature)
    await audit(tx, {
      ...{ workspace, actor: user.id, action: 'update survey tool', subject: next.name },
      ...(changed ?? { after: { signatureSecret: 'another one' } }),
    });
  return readSurveyTool(tx, id);
}

/** Gives a survey tool another address; the one before is nobody's at once. */
export async function rotateTool(
  tx: Tx,
  { workspace, user }: Viewer,
  id: string,
  now: Date,
): Promise<Addressed> {
  const { name } = await lockTool(tx, id);
  const token = newToken();
  await sql`update survey_tools set token_hash = ${hashToken(token)}, rotated_at = ${now}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, { workspace, actor: user.id, action: 'renew address of survey tool', subject: name });
  return { tool: await readSurveyTool(tx, id), token };
}

/** Ends a survey tool's address and takes its deliveries away; the responses stay. */
export async function deleteTool(
  tx: Tx,
  viewer: Viewer,
  id: string,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  await lockTool(tx, id);
  const stored = await readSurveyTool(tx, id);
  const { name } = stored;
  const ofTool = { company: null, actions: ['create survey tool', 'update survey tool'], subject: name };
  await requireUnchangedBy(tx, viewer, ifMatch, stored, ofTool);
  await sql`delete from survey_tools where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const before = recorded(stored);
  await audit(tx, { workspace, actor: user.id, action: 'delete survey tool', subject: name, before });
}

const newToken = () => `qds_${randomBytes(32).toString('base64url')}`;

function nameTaken(name: string): Refusal {
  return new Refusal('conflict', `There is a survey tool called “${name}” already.`);
}

/** As it stands on record: places and meanings line by line. */
function recorded({
  name,
  mapping,
  signatureHeader,
}: Pick<SurveyTool, 'name' | 'signatureHeader'> & { mapping: SurveyMapping }) {
  return {
    name,
    signatureHeader,
    paths: DELIVERY_FIELDS.filter((field) => mapping.paths[field] !== '').map(
      (field) => `${field} at ${mapping.paths[field]}`,
    ),
    ratings: CSAT_RATINGS.map((rating) => `${rating}: ${mapping.ratings[rating].join(' ')}`),
  };
}
