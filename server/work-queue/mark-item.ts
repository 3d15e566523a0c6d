import type { WorkItem } from '../../contract/work-queue.ts';
import { addMonths } from '../../domain/calendar/day.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { MarkState } from '../../domain/work-queue/mark.ts';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { updateActionItem } from '../action-items/update-action-item.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { nameOf, readMarks, takeMark, writeMark } from './marks.ts';
import { presenter, readQueue } from './read-queue.ts';

/** An item of the work queue of one company. */
export interface ItemPlace {
  readonly company: string;
  readonly item: string;
}

/** What is done with it. */
export interface Marking {
  readonly state: MarkState;
  readonly until: Day | null;
  readonly reason: string | null;
}

const ACTIONS = {
  done: 'finish work item',
  snoozed: 'snooze work item',
  dismissed: 'dismiss work item',
} as const satisfies Record<MarkState, string>;
const REOPEN = 'reopen work item';

/**
 * Marks an item of the work queue as done, snoozed or dismissed; done with an action item checks that off as well. Refuses
 * what is not to be done (any more), an If-Match that no longer holds, and a snooze that is no day of the coming year. The
 * transaction must see the company.
 */
export async function markItem(
  tx: Tx,
  viewer: Viewer,
  { company, item: id }: ItemPlace,
  marking: Marking,
  ifMatch: string | undefined,
): Promise<WorkItem> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const present = presenter(loaded);
  const row = (await readQueue(tx, viewer)).find(({ item }) => item.company === company && item.id === id);
  if (!row) throw notFound('work item', id);
  await requireUnchangedBy(tx, viewer, ifMatch, present(row), {
    company,
    actions: [...Object.values(ACTIONS), REOPEN],
    subject: row.item.title,
  });
  const { state, until, reason } = marking;
  requireComing(until, loaded.asOf);
  const { cause, kind, thing, title } = row.item;
  await writeMark(tx, { company, item: id, cause, state, until, reason, markedBy: user.id });
  await audit(tx, {
    workspace,
    actor: user.id,
    action: ACTIONS[state],
    company,
    subject: title,
    after: { ...(until ? { until } : {}), ...(reason ? { reason } : {}) },
  });
  if (state === 'done' && kind === 'action_item' && thing !== null)
    await updateActionItem(tx, viewer, { company, id: thing }, { done: true }, undefined);
  const mark = (await readMarks(tx)).get(nameOf(company, id));
  return present({ item: row.item, mark, setAside: true });
}

/** Takes back what was done with an item; an action item that was checked off with it is open again. */
export async function reopenItem(tx: Tx, viewer: Viewer, { company, item }: ItemPlace): Promise<void> {
  const { workspace, user } = viewer;
  await lockCompany(tx, company);
  const mark = await takeMark(tx, company, item);
  if (mark === undefined) throw notFound('mark of the work item', item);
  const [kind, thing] = splitAtFirst(item);
  if (mark.state === 'done' && kind === 'action_item')
    await updateActionItem(tx, viewer, { company, id: thing }, { done: false }, undefined);
  const row = (await readQueue(tx, viewer)).find(
    (one) => one.item.company === company && one.item.id === item,
  );
  await audit(tx, {
    workspace,
    actor: user.id,
    action: REOPEN,
    company,
    subject: row?.item.title ?? item,
  });
}

function requireComing(until: Day | null, asOf: Day): void {
  if (until === null || (until > asOf && until <= addMonths(asOf, 12))) return;
  throw new Refusal(
    'unprocessable',
    `Field "until" is ${until}; expected a day after ${asOf}, and no more than a year from it.`,
  );
}

function splitAtFirst(item: string): readonly [string, string] {
  const at = item.indexOf(':');
  return [item.slice(0, at), item.slice(at + 1)];
}
