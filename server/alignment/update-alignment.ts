import type { AlignmentBulkChange, AlignmentChange, AlignmentSaved } from '../../contract/alignment.ts';
import { NO_PRODUCT } from '../../domain/alignment/cell.ts';
import { changedMeanwhile, lastChange } from '../access/last-change.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { isUnchanged } from '../platform/http/if-match.ts';
import { notFound } from '../platform/http/refusal.ts';
import { loadDefinitions } from '../portfolio/definitions.ts';
import type { Cell } from './cell.ts';
import { UNSET } from './etag.ts';
import { productNamed } from './product-named.ts';
import { readSaved } from './read-rows.ts';
import { setCells } from './set-cells.ts';
import { storedCells } from './stored-cells.ts';

/**
 * Sets values of a cell by hand and resolves to its row as it is then. A current product that is given by its name is
 * added to the item if need be. Refuses an If-Match that no longer holds (`precondition_failed`, with the row as it is
 * and who changed it when), and what setCells refuses.
 */
export async function updateAlignment(
  tx: Tx,
  viewer: Viewer,
  cell: Cell,
  { currentProductName, ...change }: AlignmentChange,
  ifMatch: string | undefined,
): Promise<AlignmentSaved> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, cell.company);
  const [stored] = await storedCells(tx, [cell]);
  if (!stored) throw notFound('company', cell.company);
  if (!isUnchanged(ifMatch, stored.etag ?? UNSET)) {
    const changed = { company: cell.company, actions: ['update alignment'], subject: cell.stackItem.id };
    throw changedMeanwhile(await readSaved(tx, loaded, cell), await lastChange(tx, loaded.grants, changed));
  }
  const complete: AlignmentBulkChange =
    currentProductName === undefined
      ? change
      : { ...change, currentProduct: await productNamed(tx, viewer, cell.stackItem, currentProductName) };
  await setCells(tx, { workspace, user: user.id, on: loaded.asOf }, [stored], complete);
  const definitions = namesNewProduct(cell, complete) ? await loadDefinitions(tx) : loaded.definitions;
  return readSaved(tx, { ...loaded, definitions }, cell);
}

/** Whether a product is set that was added, by this change or another, after the definitions were loaded. */
function namesNewProduct(
  { stackItem }: Cell,
  { currentProduct, opportunityProduct }: AlignmentBulkChange,
): boolean {
  const known = [...stackItem.products.map((product) => product.id), NO_PRODUCT];
  return [currentProduct, opportunityProduct].some((id) => typeof id === 'string' && !known.includes(id));
}
