import { sql } from 'kysely';
import type { Lifecycle, StageChange } from '../../contract/lifecycle.ts';
import { conditionsOf, lackingFor, nextStage } from '../../domain/lifecycle/stage-conditions.ts';
import { timeByStage, timeInStage } from '../../domain/lifecycle/time-in-stage.ts';
import { STAGES } from '../../domain/portfolio/facts.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { stageRows } from './stage-rows.ts';

/** A company's lifecycle as it stands. The transaction must see the company. */
export async function readLifecycle(tx: Tx, loaded: LoadedPortfolio, id: string): Promise<Lifecycle> {
  const [row] = await stageRows(tx, loaded, [id]);
  if (!row) throw notFound('company', id);
  const owner = loaded.grants.users.find((user) => user.id === row.ownerId);
  const times = timeByStage(row.stage, row.steps, loaded.asOf);
  const silent = { note: null, offboardedOn: null };
  return {
    company: row.id,
    name: row.name,
    stage: row.stage,
    next: nextStage(row.stage),
    owner: owner ? { id: owner.id, name: owner.name } : null,
    ...timeInStage(row.stage, row.offboardedOn, row.steps, loaded.asOf),
    dateAcquired: row.dateAcquired,
    stages: STAGES.map((stage) => ({
      stage,
      conditions: conditionsOf(stage, row).map(({ stage: _, ...condition }) => condition),
      lacking: lackingFor(row.stage, stage, row, silent),
      since: times.get(stage)?.since ?? null,
      days: times.get(stage)?.days ?? null,
    })),
    history: await historyOf(tx, id),
    etag: row.etag,
  };
}

async function historyOf(tx: Tx, company: string): Promise<StageChange[]> {
  const { rows } = await sql<Omit<StageChange, 'at'> & { at: Date | string }>`
    select s.key as id, s.changed_at as at, coalesce(u.name, s.changed_by) as by, s.from_stage as "from",
      s.to_stage as "to", s.note, coalesce(s.forced, false) as forced
    from stage_changes s left join users u on u.workspace_id = s.workspace_id and u.key = s.changed_by
    where s.workspace_id = (select current_workspace()) and s.company = ${company}
    order by s.changed_at desc, s.key collate "C" desc`.execute(tx);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
