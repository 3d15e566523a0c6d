import { sql } from 'kysely';
import type { HealthOverride } from '../../domain/portfolio/facts.ts';
import type { Tx } from '../platform/database/transaction.ts';

export interface StoredOverride extends HealthOverride {
  readonly etag: string;
}

/** The overrides of a company's status, past ones too, as they were set one after the other. */
export async function readOverrides(tx: Tx, company: string): Promise<StoredOverride[]> {
  const { rows } = await sql<StoredOverride>`
    select status, reason, set_on as "setOn", expires_on as "expiresOn", set_by as "setBy",
      '"' || md5(o::text) || '"' as etag
    from health_overrides o
    where workspace_id = (select current_workspace()) and company = ${company} order by set_on`.execute(tx);
  return rows;
}
