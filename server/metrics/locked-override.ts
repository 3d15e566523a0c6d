import { overrideOn } from '../../domain/health/in-the-way.ts';
import { changedMeanwhile, lastChange } from '../access/last-change.ts';
import type { Viewer } from '../access/viewer.ts';
import { UNSET } from '../alignment/etag.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { isUnchanged } from '../platform/http/if-match.ts';
import { readOverrides, type StoredOverride } from './health-overrides.ts';
import { readMetrics } from './read-metrics.ts';

/** A company's overrides, and the one in force; nobody else changes them before the transaction ends. */
export async function lockedOverrides(
  tx: Tx,
  { loaded }: Viewer,
  company: string,
  ifMatch: string | undefined,
): Promise<{ readonly all: readonly StoredOverride[]; readonly inForce: StoredOverride | null }> {
  await lockCompany(tx, company);
  const all = await readOverrides(tx, company);
  const inForce = overrideOn(all, loaded.asOf);
  if (isUnchanged(ifMatch, inForce?.etag ?? UNSET)) return { all, inForce };
  const { status } = await readMetrics(tx, loaded, company, 'health');
  const actions = ['set health override', 'end health override'];
  throw changedMeanwhile(status!, await lastChange(tx, loaded.grants, { company, actions }));
}
