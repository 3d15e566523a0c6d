import { sql } from 'kysely';
import type { WorkspaceSettingsChange } from '../../contract/workspace-settings.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Tx } from '../platform/database/transaction.ts';

type Given<Field extends keyof WorkspaceSettingsChange> = NonNullable<WorkspaceSettingsChange[Field]>;

/** Puts these rates in the place of those that there are. */
export async function storeRates(tx: Tx, workspace: string, rates: Given<'exchangeRates'>): Promise<void> {
  await sql`delete from exchange_rates where workspace_id = ${workspace}`.execute(tx);
  await sql`insert into exchange_rates (workspace_id, currency, rate)
    select ${workspace}, currency, rate
    from unnest(${rates.map(({ currency }) => currency)}::text[], ${rates.map(({ rate }) => rate)}::numeric[])
      as given (currency, rate)`.execute(tx);
}

/** Puts these bands in the place of those that there are. */
export async function storeBands(tx: Tx, workspace: string, bands: Given<'alignmentBands'>): Promise<void> {
  await sql`delete from alignment_bands where workspace_id = ${workspace}`.execute(tx);
  await sql`insert into alignment_bands (workspace_id, name, "from", color)
    select ${workspace}, name, "from", color
    from unnest(${bands.map(({ name }) => name)}::text[], ${bands.map(({ from }) => String(from))}::numeric[],
      ${bands.map(({ color }) => color)}::text[]) as given (name, "from", color)`.execute(tx);
}

/** Calls these quadrants so; the others stay as they are. */
export async function storeSegments(tx: Tx, workspace: string, segments: Given<'segments'>): Promise<void> {
  for (const { quadrant, name, description } of segments.toSorted((a, b) =>
    compareText(a.quadrant, b.quadrant),
  )) {
    await sql`insert into segments (workspace_id, quadrant, name, description)
      values (${workspace}, ${quadrant}, ${name}, ${description})
      on conflict (workspace_id, quadrant) do update set name = excluded.name, description = excluded.description`.execute(
      tx,
    );
  }
}
