import { sql } from 'kysely';
import { addDays } from '../../domain/calendar/day.ts';
import { isMassDeletion } from '../../domain/sync/mass-deletion.ts';
import { startOfWindow } from '../../domain/sync/read-since.ts';
import type { RecordKind } from '../../domain/sync/records.ts';
import { type KindProgress, withKind } from '../../domain/sync/run.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { ClaimedRun } from './claim-run.ts';
import { advance, type RunAtHand } from './run-at-hand.ts';

/**
 * Takes away what a full run has not seen of the kinds that it read to their end. False: so much is missing that an admin has to say
 * first whether it is gone; then nothing is taken away.
 */
export async function sweep(run: RunAtHand, kinds: readonly RecordKind[]): Promise<boolean> {
  const { claim, context } = run;
  let sound = true;
  await advance(run, async (tx) => {
    const judged: KindProgress[] = [];
    for (const one of run.progress.kinds)
      if (kinds.includes(one.kind) && one.state === 'read' && !one.swept)
        judged.push({ ...one, missing: await countMissing(tx, claim, one) });
    sound = judged.every(({ missing, confirmed }) => confirmed || !missing || !isMassDeletion(missing));
    let { progress } = run;
    for (const one of judged) {
      const swept = sound ? await takeAway(tx, claim, one, context.now()) : suspect(one);
      progress = withKind(progress, swept);
    }
    return { progress };
  });
  return sound;
}

function suspect(kind: KindProgress): KindProgress {
  return kind.missing && isMassDeletion(kind.missing) ? kind : { ...kind, missing: null };
}

async function takeAway(tx: Tx, claim: ClaimedRun, kind: KindProgress, now: Date): Promise<KindProgress> {
  const swept: KindProgress = { ...kind, missing: null, swept: true };
  if (!kind.missing?.records) return swept;
  await sql`update sync_records set gone_at = ${now}, changed_run = ${claim.id}
    where ${unseen(claim, kind.kind)}`.execute(tx);
  return { ...swept, gone: kind.gone + kind.missing.records };
}

/** How many the run has not seen, of those that it might have. */
export async function countMissing(
  tx: Tx,
  claim: ClaimedRun,
  { kind, created }: KindProgress,
): Promise<{ readonly records: number; readonly of: number }> {
  const { rows } = await sql<{ records: number; of: number }>`
    select count(*) filter (where seen_run <> ${claim.id}) as records, count(*) as of
    from sync_records where ${visible(claim, kind)}`.execute(tx);
  const { records, of } = rows[0]!;
  return { records, of: of - created };
}

const unseen = (claim: ClaimedRun, kind: RecordKind) =>
  sql`${visible(claim, kind)} and seen_run <> ${claim.id}`;

/** What is there and was asked for: of what happened at a time, only what did so in the window. */
function visible({ workspace, connection, startedAt }: ClaimedRun, kind: RecordKind) {
  const there = sql`workspace_id = ${workspace} and connection = ${connection} and kind = ${kind} and gone_at is null`;
  // a day later than asked for: a vendor may count the window's first day in another time zone
  const from = addDays(startOfWindow(startedAt).toISOString().slice(0, 10), 1);
  return HAPPENED.has(kind) ? sql`${there} and at >= ${`${from}T00:00:00.000Z`}` : there;
}

const HAPPENED: ReadonlySet<RecordKind> = new Set(['tickets', 'timeEntries', 'surveys']);
