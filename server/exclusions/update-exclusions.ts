import { sql } from 'kysely';
import type { Exclusions, ExclusionsChange } from '../../contract/exclusions.ts';
import { type AuditEvent, auditAll } from '../access/audit.ts';
import { changedMeanwhile, lastEvent } from '../access/last-change.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { isUnchanged } from '../platform/http/if-match.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { loadDefinitions } from '../portfolio/definitions.ts';
import { type Judgement, readExclusions } from './read-exclusions.ts';

/**
 * Excludes contracts and vendors, and takes others in again, all or nothing. Refuses an If-Match that no longer holds,
 * a contract that the transaction does not see, and the same thing both ways. What is as wanted already stays as it is.
 */
export async function updateExclusions(
  tx: Tx,
  viewer: Viewer,
  change: ExclusionsChange,
  judgement: Omit<Judgement, 'definitions'>,
  ifMatch: string | undefined,
): Promise<Exclusions> {
  const { excludeContracts, includeContracts, excludeVendors, includeVendors } = change;
  requireOneWay('contract', excludeContracts, includeContracts);
  requireOneWay('vendor', excludeVendors, includeVendors);
  const stored = await lockedContracts(tx, [...excludeContracts, ...includeContracts]);
  const present = async () => readExclusions(tx, { ...judgement, definitions: await loadDefinitions(tx) });
  if (ifMatch !== undefined) await requireUnchanged(tx, viewer, ifMatch, await present());
  for (const id of [...excludeContracts, ...includeContracts])
    if (!stored.has(id)) throw notFound('contract', id);
  await auditAll(tx, [
    ...(await setContracts(tx, viewer, stored, excludeContracts, true)),
    ...(await setContracts(tx, viewer, stored, includeContracts, false)),
    ...(await addRules(tx, viewer, excludeVendors)),
    ...(await dropRules(tx, viewer, includeVendors)),
  ]);
  return present();
}

async function requireUnchanged(
  tx: Tx,
  { loaded }: Viewer,
  ifMatch: string,
  current: Exclusions,
): Promise<void> {
  if (isUnchanged(ifMatch, current.etag)) return;
  const which = sql`(action in ('exclude vendor', 'include vendor') or (action = 'update contract' and after ? 'excluded'))`;
  throw changedMeanwhile(current, await lastEvent(tx, loaded.grants, which));
}

function requireOneWay(what: string, exclude: readonly string[], include: readonly string[]): void {
  const excluded = new Set(exclude);
  const both = include.find((one) => excluded.has(one));
  if (both === undefined) return;
  throw new Refusal('unprocessable', `The ${what} "${both}" is both to be excluded and to be included.`);
}

interface Stored {
  readonly id: string;
  readonly company: string;
  readonly excluded: boolean;
}

/** The contracts as they are, which nobody else changes before the transaction ends; likewise the vendors' rules. */
async function lockedContracts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Stored>> {
  const own = sql`workspace_id = (select current_workspace())`;
  const { rows } = await sql<Stored>`
    select key as id, company, coalesce(excluded, false) as excluded from contracts
    where ${own} and key = any(${ids}) order by key collate "C" for no key update`.execute(tx);
  await sql`select from workspaces where id = (select current_workspace()) for no key update`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

async function setContracts(
  tx: Tx,
  { workspace, user }: Viewer,
  stored: ReadonlyMap<string, Stored>,
  ids: readonly string[],
  excluded: boolean,
): Promise<AuditEvent[]> {
  const changed = [...new Set(ids)].map((id) => stored.get(id)!).filter((row) => row.excluded !== excluded);
  if (changed.length === 0) return [];
  await sql`update contracts set excluded = ${excluded}
    where workspace_id = ${workspace} and key = any(${changed.map(({ id }) => id)})`.execute(tx);
  return changed.map(({ id, company }) => ({
    workspace,
    actor: user.id,
    action: 'update contract',
    company,
    subject: id,
    before: { excluded: !excluded },
    after: { excluded },
  }));
}

async function addRules(
  tx: Tx,
  { workspace, user }: Viewer,
  vendors: readonly string[],
): Promise<AuditEvent[]> {
  const { rows } = await sql<{ vendor: string }>`
    insert into excluded_vendors (workspace_id, vendor) select ${workspace}, unnest(${vendors}::text[])
    on conflict do nothing returning vendor`.execute(tx);
  return rows.map(({ vendor }) => ({ workspace, actor: user.id, action: 'exclude vendor', subject: vendor }));
}

async function dropRules(
  tx: Tx,
  { workspace, user }: Viewer,
  vendors: readonly string[],
): Promise<AuditEvent[]> {
  const { rows } = await sql<{ vendor: string }>`
    delete from excluded_vendors where workspace_id = ${workspace} and vendor = any(${vendors})
    returning vendor`.execute(tx);
  return rows.map(({ vendor }) => ({ workspace, actor: user.id, action: 'include vendor', subject: vendor }));
}
