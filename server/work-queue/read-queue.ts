import type { WorkItem } from '../../contract/work-queue.ts';
import { isSetAside } from '../../domain/work-queue/mark.ts';
import { urgencyInWords, urgencyOf } from '../../domain/work-queue/urgency.ts';
import type { WorkItem as DomainItem } from '../../domain/work-queue/work-item.ts';
import { workQueue } from '../../domain/work-queue/work-queue.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { etagOf, nameOf, readMarks, type StoredMark } from './marks.ts';
import { readSituations } from './read-situations.ts';

/** An item with what was done with it, as far as that is known. */
export interface QueueRow {
  readonly item: DomainItem;
  readonly mark: StoredMark | undefined;
  readonly setAside: boolean;
}

/** All items of the companies that the transaction and the viewer see, the most urgent first, those set aside among them. */
export async function readQueue(
  tx: Tx,
  { scope, loaded }: Pick<Viewer, 'scope' | 'loaded'>,
): Promise<QueueRow[]> {
  const situations = await readSituations(tx, loaded);
  const marks = await readMarks(tx);
  return workQueue(situations, scope, loaded.asOf).map((item) => {
    const mark = marks.get(nameOf(item.company, item.id));
    return { item, mark, setAside: isSetAside(item, mark, loaded.asOf) };
  });
}

/** Items as they are sent, with the names of companies and users. */
export function presenter({ portfolio, grants, asOf }: Viewer['loaded']): (row: QueueRow) => WorkItem {
  const users = new Map(grants.users.map(({ id, name }) => [id, name]));
  return ({ item, mark, setAside }) => {
    const { company, owner, cause: _, ...rest } = item;
    const slot = portfolio.slots.get(company);
    return {
      ...rest,
      company: { id: company, name: slot === undefined ? company : portfolio.names[slot]! },
      owner: owner === null ? null : { id: owner, name: users.get(owner) ?? owner },
      urgency: urgencyOf(item, asOf),
      when: urgencyInWords(item, asOf),
      mark: mark && setAside ? presentMark(mark, users) : null,
      etag: etagOf(item, mark),
    };
  };
}

function presentMark(
  { state, until, reason, markedBy, markedAt }: StoredMark,
  users: ReadonlyMap<string, string>,
): WorkItem['mark'] {
  return {
    state,
    until,
    reason,
    by: markedBy === null ? null : (users.get(markedBy) ?? markedBy),
    at: markedAt.toISOString(),
  };
}
