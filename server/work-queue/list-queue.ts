import type { z } from 'zod';
import type { getWorkQueue, WorkQueue } from '../../contract/work-queue.ts';
import { accountManagers } from '../../domain/access/account-managers.ts';
import { type URGENCIES, type Urgency, urgencyOf } from '../../domain/work-queue/urgency.ts';
import { WORK_KINDS } from '../../domain/work-queue/work-item.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { readCursor, writeCursor } from '../platform/http/cursor.ts';
import { presenter, type QueueRow, readQueue } from './read-queue.ts';

type Query = z.output<NonNullable<typeof getWorkQueue.query>>;
type Place = readonly [company: string, item: string, at: number];

/** A page of the work queue of the companies that the viewer sees, with the counts that its filters need. */
export async function listQueue(
  database: Database,
  viewer: Viewer,
  { who: asked, owner, kind, urgency, company, aside, limit, cursor }: Query,
): Promise<WorkQueue> {
  if (company !== undefined) requireCompany(viewer, company);
  const { workspace, user, loaded } = viewer;
  const after = cursor === undefined ? null : readCursor(cursor, isPlace);
  const scope = company === undefined ? scopeOfViewer(viewer) : { workspace, companies: [company] };
  const rows = await inWorkspace(database, scope, (tx) => readQueue(tx, viewer));
  const toDo = rows.filter(({ setAside }) => !setAside);
  const mine = toDo.filter(({ item }) => item.owner === user.id).length;
  const who = asked ?? (mine > 0 || looksAfterSomething(viewer) ? 'mine' : 'all');
  const theirs = owner === undefined ? ofWhom(who, user.id) : ({ item }: QueueRow) => item.owner === owner;
  const asideOrNot = (aside === 'true' ? rows.filter(({ setAside }) => setAside) : toDo).filter(theirs);
  const ofKinds = asideOrNot.filter(({ item }) => kind === undefined || kind.includes(item.kind));
  const found = ofKinds.filter(
    ({ item }) => urgency === undefined || urgency.includes(urgencyOf(item, loaded.asOf)),
  );
  const from = after === null ? 0 : placeAfter(found, after);
  const page = found.slice(from, from + limit);
  const last = page.at(-1);
  return {
    asOf: loaded.asOf,
    who: owner === undefined ? who : 'colleague',
    items: page.map(presenter(loaded)),
    next:
      last && from + limit < found.length
        ? writeCursor([last.item.company, last.item.id, from + limit])
        : null,
    counts: countByUrgency(ofKinds, viewer),
    kinds: WORK_KINDS.flatMap((one) => {
      const count = asideOrNot.filter(({ item }) => item.kind === one).length;
      return count > 0 ? [{ kind: one, count }] : [];
    }),
    mine,
    all: toDo.length,
    aside: rows.filter((row) => row.setAside && theirs(row)).length,
  };
}

function ofWhom(who: 'mine' | 'all' | 'nobody', user: string): (row: QueueRow) => boolean {
  if (who === 'all') return () => true;
  return ({ item }) => item.owner === (who === 'mine' ? user : null);
}

/** Assigned companies, or manages an account group: then an empty list of theirs says that all is clear. */
function looksAfterSomething({ user, loaded }: Viewer): boolean {
  return accountManagers(loaded.grants).some(({ id }) => id === user.id);
}

function countByUrgency(rows: readonly QueueRow[], { loaded }: Viewer): Record<Urgency, number> {
  const counts = { overdue: 0, today: 0, week: 0, later: 0 } satisfies Record<
    (typeof URGENCIES)[number],
    number
  >;
  for (const { item } of rows) counts[urgencyOf(item, loaded.asOf)]++;
  return counts;
}

/** Behind the item that the page before ended with; should that be gone meanwhile, where it stood. */
function placeAfter(rows: readonly QueueRow[], [company, id, at]: Place): number {
  const index = rows.findIndex(({ item }) => item.company === company && item.id === id);
  return index >= 0 ? index + 1 : Math.max(0, at - 1);
}

function isPlace(value: unknown): value is Place {
  const [company, id, at, ...rest] = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    typeof company === 'string' && typeof id === 'string' && Number.isSafeInteger(at) && rest.length === 0
  );
}
