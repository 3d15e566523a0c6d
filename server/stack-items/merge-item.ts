import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { StackItem } from '../../contract/stack-items.ts';
import { NOTHING_SET, type SetByHand } from '../../domain/stack-items/merge-cells.ts';
import { type AuditEvent, auditAll } from '../access/audit.ts';
import { changedMeanwhile } from '../access/last-change.ts';
import type { Viewer } from '../access/viewer.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { isUnchanged } from '../platform/http/if-match.ts';
import { noteOf } from './given-up.ts';
import { writeHandSet } from './hand-set.ts';
import { joinProduct } from './join-product.ts';
import { lockForMerge } from './lock-for-merge.ts';
import { type ItemMergePlan, planItemMerge } from './plan-item-merge.ts';
import { presentItemMerge } from './present-item-merge.ts';
import { readItem, readStack } from './read-stack.ts';
import { renameInSavedViews } from './rename-in-saved-views.ts';
import { updateItem } from './update-item.ts';

/**
 * Merges a stack item into another, which stays: products, notes and recommendation lines move, and so do entries, by the
 * rule of mergeCells; what gives way is kept as a note. Refuses an If-Match of a preview that no longer holds. The
 * transaction must see every company.
 */
export async function mergeItem(
  tx: Tx,
  viewer: Viewer,
  id: string,
  into: string,
  ifMatch: string | undefined,
): Promise<StackItem> {
  await lockForMerge(tx, [id, into]);
  const plan = await planItemMerge(tx, await readStack(tx), id, into);
  if (!isUnchanged(ifMatch, plan.etag)) throw changedMeanwhile(presentItemMerge(plan, viewer), null);
  await updateItem(tx, viewer, into, { tags: [...plan.tags] }, undefined);
  await moveProducts(tx, viewer, plan);
  await moveEntries(tx, viewer, plan);
  await moveBelongings(tx, viewer, plan);
  await renameInSavedViews(tx, id, into);
  await sql`delete from stack_items where workspace_id = ${viewer.workspace} and key = ${id}`.execute(tx);
  await auditAll(tx, [...eventsByCompany(plan, viewer), eventOf(plan, viewer)]);
  return readItem(tx, into);
}

async function moveProducts(tx: Tx, viewer: Viewer, { kept, merged, products }: ItemMergePlan) {
  for (const { product, into } of products.joined)
    await joinProduct(tx, viewer, product.id, into.id, [kept.id, merged.id]);
  await sql`update products set stack_item = ${kept.id}
    where workspace_id = ${viewer.workspace} and stack_item = ${merged.id}`.execute(tx);
}

/** Cells in which nothing was set stay without a row, but for one that a tag must not switch on or off. */
async function moveEntries(tx: Tx, { workspace }: Viewer, { kept, merged, cells }: ItemMergePlan) {
  await writeHandSet(
    tx,
    workspace,
    kept.id,
    cells.filter(({ set, before }) => differs(set, before ?? NOTHING_SET)),
  );
  await sql`delete from alignments where workspace_id = ${workspace} and stack_item = ${merged.id}`.execute(
    tx,
  );
}

function differs(a: SetByHand, b: SetByHand): boolean {
  return changedFields(b, a) !== null;
}

async function moveBelongings(tx: Tx, viewer: Viewer, plan: ItemMergePlan) {
  const { workspace, user, loaded } = viewer;
  const { kept, merged, cells } = plan;
  for (const table of [
    'alignment_notes',
    'recommendation_lines',
    'assessment_template_items',
    'assessment_answers',
  ] as const)
    await sql`update ${sql.table(table)} set stack_item = ${kept.id}
      where workspace_id = ${workspace} and stack_item = ${merged.id}`.execute(tx);
  const { currency } = loaded.definitions.workspace;
  const notes = cells.flatMap((cell) => {
    const text = noteOf(plan, cell, currency);
    return text === null ? [] : [{ id: randomUUID(), company: cell.company, text }];
  });
  if (notes.length === 0) return;
  await sql`insert into alignment_notes (workspace_id, key, company, stack_item, text, created_at, created_by)
    select ${workspace}::uuid, n.id, n.company, ${kept.id}, n.text, clock_timestamp(), ${user.id}
    from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as n (id text, company text, text text)`.execute(
    tx,
  );
  await auditAll(
    tx,
    notes.map(({ company, text }) => ({
      workspace,
      actor: user.id,
      action: 'create alignment note',
      company,
      subject: kept.id,
      after: { text },
    })),
  );
}

/** What happened at each company: what stood in the cell that goes, and what changed in the one that stays. */
function eventsByCompany(plan: ItemMergePlan, { workspace, user }: Viewer): AuditEvent[] {
  const { kept, merged, cells, notes, lines } = plan;
  const by = { workspace, actor: user.id };
  const planned = new Map(cells.map((cell) => [cell.company, cell]));
  const companies = new Set([...cells, ...notes, ...lines].map(({ company }) => company));
  return [...companies].flatMap((company): AuditEvent[] => {
    const cell = planned.get(company);
    const here = (list: readonly { readonly company: string }[]) =>
      list.filter((one) => one.company === company).length;
    const [moved, linked] = [here(notes), here(lines)];
    const changed = cell && changedFields(cell.before ?? NOTHING_SET, cell.set);
    const gone: AuditEvent = {
      ...by,
      action: 'merge alignment',
      company,
      subject: merged.id,
      before: { name: merged.name, ...setOnly(cell?.mergedBefore ?? NOTHING_SET) },
      after: {
        stackItem: kept.id,
        ...(moved > 0 ? { notes: moved } : {}),
        ...(linked > 0 ? { recommendationLines: linked } : {}),
      },
    };
    return [
      ...(cell?.mergedBefore || moved + linked > 0 ? [gone] : []),
      ...(changed ? [{ ...by, action: 'update alignment', company, subject: kept.id, ...changed }] : []),
    ];
  });
}

function setOnly(set: SetByHand): Partial<SetByHand> {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== null));
}

function eventOf({ kept, merged }: ItemMergePlan, { workspace, user }: Viewer): AuditEvent {
  const { id, etag: _, products, ...fields } = merged;
  return {
    workspace,
    actor: user.id,
    action: 'merge stack item',
    subject: id,
    before: { ...fields, products: products.map(({ etag: __, stackItem: ___, ...product }) => product) },
    after: { stackItem: kept.id },
  };
}
