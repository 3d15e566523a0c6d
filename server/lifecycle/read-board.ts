import type { BoardCard } from '../../contract/lifecycle.ts';
import { canSee } from '../../domain/access/company-scope.ts';
import { lackingFor, nextStage } from '../../domain/lifecycle/stage-conditions.ts';
import { timeInStage } from '../../domain/lifecycle/time-in-stage.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { stageRows } from './stage-rows.ts';

/** Every company that the viewer sees, whatever its stage, by name then id. */
export async function readBoard(
  tx: Tx,
  { scope, loaded }: Pick<Viewer, 'scope' | 'loaded'>,
): Promise<BoardCard[]> {
  const rows = await stageRows(tx, loaded, scope.all ? 'all' : [...scope.ids]);
  const { grants, portfolio, asOf } = loaded;
  const names = new Map(grants.users.map((user) => [user.id, user.name]));
  const silent = { note: null, offboardedOn: null };
  return rows
    .filter(({ id }) => canSee(scope, id))
    .map(({ id, name, stage, ownerId, offboardedOn, steps, ...facts }) => {
      const slot = portfolio.slots.get(id);
      const { since, days } = timeInStage(stage, offboardedOn, steps, asOf);
      const next = nextStage(stage);
      const owner = ownerId === null ? undefined : names.get(ownerId);
      return {
        id,
        name,
        stage,
        owner: ownerId !== null && owner !== undefined ? { id: ownerId, name: owner } : null,
        mrr: slot === undefined ? 0 : portfolio.company.mrr[slot]!,
        since,
        days,
        next,
        lacking: next === null ? [] : lackingFor(stage, next, facts, silent),
      };
    })
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}
