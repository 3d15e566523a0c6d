import { type RawBuilder, sql } from 'kysely';
import type { ConnectionChoices } from '../../contract/connections.ts';
import type { Grants } from '../../domain/access/grants.ts';
import type { RecordKind } from '../../domain/sync/records.ts';
import type { SyncSettings } from '../../domain/sync/settings.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** What was read of a connected system, as far as somebody has to say what it means. `tx` sees the whole workspace. */
export async function readChoices(
  tx: Tx,
  connection: string,
  { periods, users }: Pick<SyncSettings, 'periods' | 'users'>,
  grants: Pick<Grants, 'users'>,
): Promise<ConnectionChoices> {
  const there = (...kinds: RecordKind[]) => sql`sync_records r
    where r.workspace_id = (select current_workspace()) and r.connection = ${connection}
      and r.kind = any(${kinds}) and r.gone_at is null`;
  return {
    companyTypes: await countedNames(
      tx,
      sql`select distinct r.id, jsonb_array_elements_text(r.fields->'types') as name from ${there('companies')}`,
    ),
    companyStatuses: await countedNames(
      tx,
      sql`select r.fields->>'status' as name from ${there('companies')}`,
    ),
    billingPeriods: await billingPeriods(tx, there('contracts', 'contractLines'), periods),
    owners: (await countedNames(tx, sql`select r.fields->>'owner' as name from ${there('companies')}`)).map(
      (owner) => ({ ...owner, ...usersOf(owner.name, users, grants) }),
    ),
    productCodes: await productCodes(tx, there('contractLines')),
  };
}

async function countedNames(tx: Tx, named: RawBuilder<unknown>) {
  const { rows } = await sql<{ name: string; companies: number }>`
    select name, count(*)::int as companies from (${named}) named where name <> ''
    group by name order by companies desc, name collate "C"`.execute(tx);
  return rows;
}

/** Of contracts and lines that are billed regularly. */
async function billingPeriods(tx: Tx, there: RawBuilder<unknown>, mapped: SyncSettings['periods']) {
  type Row = Omit<ConnectionChoices['billingPeriods'][number], 'mapped'>;
  const { rows } = await sql<Row>`
    select period->>'code' as code, min(period->>'label' collate "C") as label, min(period->>'cycle' collate "C") as proposed,
      bool_and((period->>'certain')::boolean) as certain, count(*)::int as items
    from (select r.fields->'period' as period from ${there}
      and coalesce((r.fields->>'recurring')::boolean, true) and not coalesce((r.fields->>'oneTime')::boolean, false)
      and jsonb_typeof(r.fields->'period') = 'object') periods
    group by period->>'code' order by items desc, (period->>'code') collate "C"`.execute(tx);
  return rows.map((row) => ({ ...row, mapped: mapped[row.code] ?? null }));
}

/** The user that was said, and the active one of the same name or e-mail address. */
function usersOf(owner: string, said: SyncSettings['users'], { users }: Pick<Grants, 'users'>) {
  const same = (text: string) => text.trim().toLowerCase() === owner.trim().toLowerCase();
  const named = (user: Grants['users'][number] | undefined) =>
    user ? { id: user.id, name: user.name } : null;
  return {
    mapped: named(users.find(({ id }) => id === said[owner])),
    proposed: named(users.find(({ active, name, email }) => active && (same(name) || same(email)))),
  };
}

async function productCodes(tx: Tx, lines: RawBuilder<unknown>) {
  const { rows } = await sql<ConnectionChoices['productCodes'][number]>`
    select c.*, coalesce((select json_agg(json_build_object('id', p.key, 'name', p.name) order by p.name collate "C", p.key)
      from products p where p.workspace_id = (select current_workspace()) and c.code = any(p.product_codes)), '[]') as products
    from (select r.fields->>'sku' as code, mode() within group (order by r.fields->>'description') as description,
        count(*)::int as lines
      from ${lines} and r.fields->>'sku' <> '' group by r.fields->>'sku') c
    order by lines desc, code collate "C"`.execute(tx);
  return rows;
}
