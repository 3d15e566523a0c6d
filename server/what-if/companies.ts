import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress } from 'node:zlib';
import { PACKED_COLUMNS, packCompany } from '../../contract/what-if-companies.ts';
import type { Fraction } from '../../domain/money/fraction.ts';
import type { CompanyFacts } from '../../domain/portfolio/facts.ts';
import { portfolioMedian } from '../../domain/portfolio/placement.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { factsRevision } from '../portfolio/changes.ts';
import { companiesInChunks, companiesInTurn } from '../portfolio/companies-in-chunks.ts';
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

/** So often the companies are read anew because something was stored about one of them meanwhile. */
const ATTEMPTS = 3;

/**
 * One state of all of them, though they are read in short transactions: its revision is the same before and after. Where
 * changes come too quickly for that, one transaction holds it. May hold a change more than the ETag says, never one less.
 */
async function load(database: Database, viewer: Viewer, etag: string): Promise<CompaniesAnswer> {
  const { workspace, scope, loaded } = viewer;
  const visible = { workspace, companies: scope.all ? ('all' as const) : [...scope.ids] };
  const { timeZone } = loaded.definitions.workspace;
  const head = { asOf: loaded.asOf, midpoints: heldMidpoints(viewer), columns: PACKED_COLUMNS };
  const revisionNow = () => inWorkspace(database, { workspace, companies: 'all' }, factsRevision);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await revisionNow();
    const brotli = await compressed(head, companiesInTurn(database, visible, timeZone));
    if ((await revisionNow()) === before) return { etag, brotli };
  }
  const brotli = await inSnapshot(database, visible, (tx) =>
    compressed(head, companiesInChunks(tx, timeZone)),
  );
  return { etag, brotli };
}

/** Compressed as it comes: what is in memory is a chunk of companies, and the result. */
function compressed(head: object, chunks: AsyncIterable<CompanyFacts[]>): Promise<Buffer> {
  const brotli = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return pipeline(answerText(head, chunks), brotli, buffer);
}

async function* answerText(head: object, chunks: AsyncIterable<CompanyFacts[]>): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"companies":[`;
  let between = '';
  for await (const facts of chunks) {
    if (facts.length === 0) continue;
    yield between + facts.map((company) => JSON.stringify(packCompany(company))).join(',');
    between = ',';
  }
  yield ']}';
}

/** The medians that one who does not see every company cannot take; null for everybody else. */
function heldMidpoints({ scope, loaded }: Viewer) {
  if (scope.all) return null;
  const ratio = (fraction: Fraction | null) => fraction && { n: String(fraction.n), d: String(fraction.d) };
  return {
    total: ratio(portfolioMedian(loaded.portfolio, 'total')),
    perSeat: ratio(portfolioMedian(loaded.portfolio, 'perSeat')),
  };
}
