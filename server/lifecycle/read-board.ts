import type { BoardCard, LifecycleBoard } from '../../contract/lifecycle.ts';
import { selectInAnyStage } from '../../domain/dashboard/selection.ts';
import { compareOnBoard } from '../../domain/lifecycle/board-order.ts';
import { lackingFor, nextStage } from '../../domain/lifecycle/stage-conditions.ts';
import { timeInStage } from '../../domain/lifecycle/time-in-stage.ts';
import { STAGES } from '../../domain/portfolio/facts.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import type { BoardFilters } from './read-board-filters.ts';
import { stageRows } from './stage-rows.ts';

/** The companies that the viewer sees and the filters leave, whatever their stage, with what each stage comes to. */
export async function readBoard(
  database: Database,
  viewer: Pick<Viewer, 'workspace' | 'scope' | 'loaded'>,
  { query, owners }: BoardFilters,
): Promise<LifecycleBoard> {
  const { workspace, scope, loaded } = viewer;
  const { grants, portfolio, asOf } = loaded;
  const slots = selectInAnyStage(portfolio, { grants, scope, query, asOf });
  const mrr = new Map(Array.from(slots, (slot) => [portfolio.ids[slot]!, portfolio.company.mrr[slot]!]));
  const companies = scope.all && mrr.size === portfolio.slots.size ? ('all' as const) : [...mrr.keys()];
  const rows = await inWorkspace(database, { workspace, companies }, (tx) =>
    stageRows(tx, loaded, companies),
  );
  const names = new Map(grants.users.map((user) => [user.id, user.name]));
  const silent = { note: null, offboardedOn: null };
  const items = rows.flatMap(({ id, name, stage, ownerId, offboardedOn, steps, ...facts }): BoardCard[] => {
    const worth = mrr.get(id);
    if (worth === undefined || (owners.size > 0 && (ownerId === null || !owners.has(ownerId)))) return [];
    const { since, days } = timeInStage(stage, offboardedOn, steps, asOf);
    const next = nextStage(stage);
    const owner = ownerId === null ? undefined : names.get(ownerId);
    return [
      {
        id,
        name,
        stage,
        owner: ownerId !== null && owner !== undefined ? { id: ownerId, name: owner } : null,
        mrr: worth,
        since,
        days,
        next,
        lacking: next === null ? [] : lackingFor(stage, next, facts, silent),
      },
    ];
  });
  return { items: items.sort(compareOnBoard), stages: stageTotals(items) };
}

function stageTotals(items: readonly BoardCard[]): LifecycleBoard['stages'] {
  return STAGES.map((stage) => {
    const of = items.filter((card) => card.stage === stage);
    return { stage, companies: of.length, mrr: of.reduce((sum, { mrr }) => sum + mrr, 0) };
  });
}
