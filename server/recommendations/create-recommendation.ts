import { sql } from 'kysely';
import type { NewRecommendation, Recommendation } from '../../contract/recommendations.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { recommendationColumns } from './columns.ts';
import { readRecommendation } from './read-recommendations.ts';
import { requireSound } from './require-sound.ts';
import { writeLines } from './write-lines.ts';
import { writeLinks } from './write-links.ts';

/** Recommends something to a company. Its key begins with the company's, so that it says nothing of others'. */
export async function createRecommendation(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  company: string,
  recommendation: NewRecommendation,
): Promise<Recommendation> {
  await lockCompany(tx, company);
  requireSound(loaded, recommendation);
  const { columns, values } = insertion(recommendationColumns, recommendation);
  const keys = newKeys(`${company} ${recommendation.title}`);
  const insert = async () => {
    for (;;) {
      const key = keys.next().value;
      const { rows } = await sql`insert into recommendations (workspace_id, key, company${columns})
        values (${workspace}, ${key}, ${company}${values}) on conflict do nothing returning key`.execute(tx);
      if (rows.length > 0) return key;
    }
  };
  const id = await insert();
  const place = { workspace, company, recommendation: id };
  await writeLines(tx, place, [], recommendation.lines ?? []);
  await writeLinks(tx, place, recommendation);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'create recommendation',
    company,
    subject: id,
    after: recommendation,
  });
  return readRecommendation(tx, loaded.definitions, company, id);
}
