import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { PACKED_COLUMNS, packCompany } from '../../contract/what-if-companies.ts';
import type { Fraction } from '../../domain/money/fraction.ts';
import { portfolioMedian } from '../../domain/portfolio/placement.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { factsRevision } from '../portfolio/changes.ts';
import { companiesInChunks } from '../portfolio/companies-in-chunks.ts';
import { inSnapshot } from '../portfolio/snapshot.ts';

/** The facts of every company that somebody sees, as JSON, compressed. */
export interface CompaniesAnswer {
  readonly etag: string;
  readonly brotli: Buffer;
}

export interface WhatIfCompaniesSource {
  /** Names the state that the viewer would be answered with. */
  etagFor(viewer: Viewer): Promise<string>;
  answerFor(viewer: Viewer, etag: string): Promise<CompaniesAnswer>;
}

/** So many workspaces' answers are kept: each the last one, for those who see every company. */
const KEPT = 8;

/** Loads what is stored about companies for a what-if; one for the whole process. Two who ask at once share the work. */
export function openWhatIfCompanies(database: Database): WhatIfCompaniesSource {
  const kept = new Map<string, { etag: string; answer: Promise<CompaniesAnswer> }>();
  return {
    async etagFor(viewer) {
      const scope = { workspace: viewer.workspace, companies: 'all' as const };
      const revision = await inWorkspace(database, scope, factsRevision);
      const { loaded } = viewer;
      const seen = viewer.scope.all ? 'all' : [[...viewer.scope.ids].sort(), heldMidpoints(viewer)];
      const state = [revision, loaded.asOf, loaded.definitions.workspace.timeZone, seen];
      return `"${createHash('sha256').update(JSON.stringify(state)).digest('base64url')}"`;
    },
    answerFor(viewer, etag) {
      if (!viewer.scope.all) return load(database, viewer, etag);
      const known = kept.get(viewer.workspace);
      if (known?.etag === etag) return known.answer;
      const answer = load(database, viewer, etag);
      kept.delete(viewer.workspace);
      kept.set(viewer.workspace, { etag, answer });
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      answer.catch(() => {
        if (kept.get(viewer.workspace)?.answer === answer) kept.delete(viewer.workspace);
      });
      return answer;
    },
  };
}

/** May hold a change more than the ETag says, never one less. */
async function load(database: Database, viewer: Viewer, etag: string): Promise<CompaniesAnswer> {
  const { workspace, scope, loaded } = viewer;
  const visible = { workspace, companies: scope.all ? ('all' as const) : [...scope.ids] };
  const head = { asOf: loaded.asOf, midpoints: heldMidpoints(viewer), columns: PACKED_COLUMNS };
  const rows = await inSnapshot(database, visible, async (tx) => {
    const texts: string[] = [];
    for await (const facts of companiesInChunks(tx, loaded.definitions.workspace.timeZone))
      texts.push(...facts.map((company) => JSON.stringify(packCompany(company))));
    return texts;
  });
  const text = `${JSON.stringify(head).slice(0, -1)},"companies":[${rows.join(',')}]}`;
  return { etag, brotli: await compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) };
}

const compress = promisify(brotliCompress);

/** The medians that one who does not see every company cannot take; null for everybody else. */
function heldMidpoints({ scope, loaded }: Viewer) {
  if (scope.all) return null;
  const ratio = (fraction: Fraction | null) => fraction && { n: String(fraction.n), d: String(fraction.d) };
  return {
    total: ratio(portfolioMedian(loaded.portfolio, 'total')),
    perSeat: ratio(portfolioMedian(loaded.portfolio, 'perSeat')),
  };
}
