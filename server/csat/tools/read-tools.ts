import { sql } from 'kysely';
import type { SurveyTool } from '../../../contract/survey-tools.ts';
import type { SurveyMapping } from '../../../domain/csat/survey-mapping.ts';
import { hashToken } from '../../access/identity.ts';
import type { Database } from '../../platform/database/database.ts';
import { asOwner, type Tx } from '../../platform/database/transaction.ts';
import { notFound } from '../../platform/http/refusal.ts';
import type { Tool } from './take-delivery.ts';

interface Row extends Omit<SurveyTool, 'createdAt' | 'rotatedAt' | 'lastDeliveryAt'> {
  readonly createdAt: Date;
  readonly rotatedAt: Date | null;
  readonly lastDeliveryAt: Date | null;
}

/** The workspace's survey tools, by name; or the one with an id. `tx` sees the whole workspace. */
export async function readSurveyTools(tx: Tx, id: string | null = null): Promise<SurveyTool[]> {
  const deliveries = sql`from survey_deliveries d where d.workspace_id = t.workspace_id and d.tool = t.key`;
  const { rows } = await sql<Row>`
    select t.key as id, t.name, t.mapping, t.signature_header as "signatureHeader", t.created_at as "createdAt",
      t.rotated_at as "rotatedAt", '"' || md5(t::text) || '"' as etag,
      (select max(received_at) ${deliveries}) as "lastDeliveryAt",
      (select count(*)::int ${deliveries} and d.outcome = 'waiting') as waiting
    from survey_tools t
    where t.workspace_id = (select current_workspace()) and t.key = coalesce(${id}, t.key)
    order by lower(t.name), t.key`.execute(tx);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    rotatedAt: row.rotatedAt?.toISOString() ?? null,
    lastDeliveryAt: row.lastDeliveryAt?.toISOString() ?? null,
  }));
}

export async function readSurveyTool(tx: Tx, id: string): Promise<SurveyTool> {
  const [tool] = await readSurveyTools(tx, id);
  if (!tool) throw notFound('survey tool', id);
  return tool;
}

/** A tool to which somebody has the address; its secret is sealed. */
export interface AddressedTool extends Tool {
  readonly signature: { readonly header: string; readonly secret: Buffer } | null;
}

interface AddressRow extends Omit<AddressedTool, 'signature'> {
  readonly header: string | null;
  readonly secret: Buffer | null;
}

/** The tool whose address this is; null: nobody's, or nobody's any more. Nobody is signed in here. */
export function toolOfAddress(
  database: Database,
  { workspace, token }: { readonly workspace: string; readonly token: string },
): Promise<AddressedTool | null> {
  return asOwner(database, async (tx) => {
    const { rows } = await sql<AddressRow>`
      select t.workspace_id as workspace, t.key as id, t.name, t.mapping, coalesce(w.time_zone, 'UTC') as "timeZone",
        t.signature_header as header, t.signature_secret as secret
      from survey_tools t join workspaces w on w.id = t.workspace_id
      where t.token_hash = ${hashToken(token)} and t.workspace_id::text = ${workspace}`.execute(tx);
    const [row] = rows;
    if (!row) return null;
    const { header, secret, ...tool } = row;
    return { ...tool, signature: header === null || secret === null ? null : { header, secret } };
  });
}

/** Locks a tool, so that of two deliveries of one answer the second finds the first; refuses one that is gone. */
export async function lockTool(tx: Tx, id: string): Promise<Tool> {
  const { rows } = await sql<{ workspace: string; name: string; mapping: SurveyMapping; timeZone: string }>`
    select t.workspace_id as workspace, t.name, t.mapping,
      (select coalesce(w.time_zone, 'UTC') from workspaces w where w.id = t.workspace_id) as "timeZone"
    from survey_tools t where t.workspace_id = (select current_workspace()) and t.key = ${id} for update`.execute(
    tx,
  );
  if (!rows[0]) throw notFound('survey tool', id);
  return { ...rows[0], id };
}
