import { sql } from 'kysely';
import type { OnboardingTemplate, OnboardingTemplateTask } from '../../contract/onboarding-template.ts';
import type { Grants } from '../../domain/access/grants.ts';
import { namedUser } from '../access/named-user.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { etagOf } from '../platform/http/etag.ts';

/** The tasks that every onboarding begins with, in their order. */
export async function readTemplate(tx: Tx, grants: Pick<Grants, 'users'>): Promise<OnboardingTemplate> {
  type Row = Omit<OnboardingTemplateTask, 'owner'> & { owner: string | null };
  const { rows } = await sql<Row>`
    select key as id, title, description, side, owner_role as "ownerRole", owner, owner_name as "ownerName",
      due_days as "dueDays", coalesce(required, false) as required
    from onboarding_template where workspace_id = (select current_workspace())
    order by "order" nulls last, key collate "C"`.execute(tx);
  const tasks = rows.map((row) => ({
    ...row,
    owner: row.owner === null ? null : namedUser(grants, row.owner),
  }));
  return { tasks, etag: etagOf(rows) };
}
