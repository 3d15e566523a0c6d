import { readSince, startOfWindow } from '../../domain/sync/read-since.ts';
import type { Instant, RecordKind } from '../../domain/sync/records.ts';
import { isPortfolioKind, type KindProgress, type SyncProblem, withKind } from '../../domain/sync/run.ts';
import { ConnectorProblem, type Page, type ReadRequest, type RowProblem } from '../connectors/connector.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { knownRecords } from './known.ts';
import { rowsOf } from './record-row.ts';
import { advance, kindOf, type RunAtHand, unlessHalted } from './run-at-hand.ts';
import { countMissing } from './sweep.ts';
import { setWatermark, watermarksOf } from './watermarks.ts';
import { keepRecords, removeOtherLines, writeRecords } from './write-records.ts';

/** An answer that makes no sense may have been cut off: it is asked for so often. */
const TRIES = 3;
/** So many pages in a row that bring nothing new are one page that never ends. */
const MOST_REPEATED = 3;
const KEPT_PROBLEMS = 100;

/** Reads a kind from where it is to its end, page by page. A kind that may not be read, or activity that makes no sense, is left as it was. */
export async function readKind(run: RunAtHand, kind: RecordKind): Promise<void> {
  const request = await requestOf(run, kind);
  try {
    for (;;) {
      const { state, cursor } = kindOf(run, kind);
      if (state === 'read' || state === 'failed') return;
      const page = await readPage(run, kind, { ...request, cursor });
      await writePage(run, kind, page);
    }
  } catch (error) {
    if (!(error instanceof ConnectorProblem && mayGoOnWithout(kind, error))) throw error;
    await advance(run, async () => ({
      progress: withKind(run.progress, { ...kindOf(run, kind), state: 'failed', message: error.message }),
    }));
  }
}

function mayGoOnWithout(kind: RecordKind, { reason }: ConnectorProblem): boolean {
  return reason === 'permission' || (reason === 'answer' && !isPortfolioKind(kind));
}

async function requestOf(run: RunAtHand, kind: RecordKind): Promise<Omit<ReadRequest, 'cursor'>> {
  const { claim, context, source } = run;
  const watermark = (await watermarksOf(context.database, claim)).get(kind);
  const byTime = claim.kind === 'incremental' && source.connector.incremental.includes(kind);
  return {
    since: byTime && watermark ? readSince(watermark) : null,
    from: startOfWindow(claim.startedAt),
    known: knownRecords(context.database, claim, watermark?.run ?? 0),
  };
}

async function readPage({ source, halt }: RunAtHand, kind: RecordKind, request: ReadRequest): Promise<Page> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await unlessHalted(halt, source.session.read(kind, request));
    } catch (error) {
      const senseless = error instanceof ConnectorProblem && error.reason === 'answer';
      if (!senseless || attempt === TRIES) throw error;
    }
  }
}

async function writePage(run: RunAtHand, kind: RecordKind, page: Page): Promise<void> {
  const { rows, problems } = rowsOf(kind, page.records);
  const unreadable = [...page.problems, ...problems];
  await advance(run, async (tx) => {
    const before = kindOf(run, kind);
    const written = await writeRecords(tx, run.claim, kind, rows);
    // What is there and cannot be read is not gone: it stays as it was.
    const kept = unreadable.flatMap(({ id }) => (id === null ? [] : [id]));
    await keepRecords(tx, run.claim, kind, kept);
    const gone = await removeLines(tx, run, kind, page, kept);
    const after: KindProgress = {
      ...before,
      state: 'reading',
      cursor: page.next,
      pages: before.pages + 1,
      records: before.records + written.fresh,
      created: before.created + written.created,
      changed: before.changed + written.changed,
      gone: before.gone + gone,
      problems: before.problems + unreadable.length,
      newest: newestOf([before.newest, ...rows.map((row) => row.updated_at)]),
      repeated: rows.length > 0 && written.fresh === 0 && !before.again ? before.repeated + 1 : 0,
    };
    requireProgress(before, after, page.next);
    const now = page.next === null ? await atEnd(tx, run, after, page) : after;
    return {
      progress: { ...withKind(run.progress, now), putOff: 0 },
      problems: withProblems(run.problems, kind, unreadable),
    };
  });
}

async function removeLines(
  tx: Tx,
  { claim, context }: RunAtHand,
  kind: RecordKind,
  { wholeContracts: contracts = [], records }: Page,
  kept: readonly string[],
) {
  if (kind !== 'contractLines' || contracts.length === 0) return 0;
  const lines = [...records.map(({ id }) => id), ...kept];
  return removeOtherLines(tx, claim, { contracts, lines, now: context.now() });
}

function requireProgress({ cursor }: KindProgress, { kind, repeated }: KindProgress, next: string | null) {
  if (next === null || (next !== cursor && repeated < MOST_REPEATED)) return;
  throw new ConnectorProblem(
    'answer',
    `The pages of ${kind} have no end: the same one came again and again.`,
  );
}

/**
 * A full run reads the kinds of the portfolio a second time where something is missing: a record that was removed between two
 * pages moves all that follow, so that one is on neither. Lines of whole contracts do not move.
 */
async function atEnd(tx: Tx, run: RunAtHand, kind: KindProgress, page: Page): Promise<KindProgress> {
  const mayMove = isPortfolioKind(kind.kind) && page.wholeContracts === undefined && kind.pages > 1;
  if (run.claim.kind === 'full' && mayMove && !kind.again) {
    const { records } = await countMissing(tx, run.claim, kind);
    if (records > 0) return { ...kind, again: true };
  }
  await setWatermark(tx, run.claim, kind);
  return { ...kind, state: 'read' };
}

function newestOf(times: readonly (Instant | null)[]): Instant | null {
  return times.reduce(
    (newest, time) => (newest === null || (time !== null && time > newest) ? time : newest),
    null,
  );
}

function withProblems(known: readonly SyncProblem[], kind: RecordKind, problems: readonly RowProblem[]) {
  if (problems.length === 0 || known.length >= KEPT_PROBLEMS) return known;
  return [...known, ...problems.map((problem) => ({ kind, ...problem }))].slice(0, KEPT_PROBLEMS);
}
