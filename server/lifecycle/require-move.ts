import { directionOf, lackingFor, type MoveWords } from '../../domain/lifecycle/stage-conditions.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import type { Viewer } from '../access/viewer.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { StageRow } from './stage-rows.ts';

/**
 * Refuses a move that lacks something (`conflict` on the way forward, else `unprocessable`), saying what there is to do.
 * Forced, only an admin may, and with a note. Returns whether it had to be forced.
 */
export function requireMove(
  { user }: Pick<Viewer, 'user'>,
  row: StageRow,
  to: Stage,
  given: MoveWords & { readonly force: boolean },
): boolean {
  const lacking = lackingFor(row.stage, to, row, given);
  if (lacking.length === 0) return false;
  const forward = directionOf(row.stage, to) === 'forward';
  if (given.force && forward) {
    if (user.role !== 'admin')
      throw new Refusal('forbidden', 'Only an admin forces a move that lacks something.');
    if (!given.note) throw new Refusal('unprocessable', 'A forced move needs a note that says why.');
    return true;
  }
  const todo = lacking.map((words) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`).join('; ');
  throw new Refusal(forward ? 'conflict' : 'unprocessable', `"${row.name}" cannot move yet: ${todo}.`, {
    details: { lacking },
  });
}
