import { sql } from 'kysely';
import { ALL_COMPANIES, type Grants } from '../../domain/access/grants.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { makeBuiltInGroup } from '../users/groups.ts';

/**
 * Writes which companies and people the groups list, and which companies are assigned to whom, where it differs. Refuses
 * what was deleted since it was chosen (`conflict`).
 */
export async function storeLists(tx: Tx, workspace: string, before: Grants, after: Grants): Promise<void> {
  for (const list of LISTS)
    await storeList(tx, workspace, list, before, after).catch((error: unknown) => {
      if ((error as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw error;
      throw new Refusal('conflict', 'Something that was chosen here has been deleted meanwhile. Look again.');
    });
}

const FOREIGN_KEY_VIOLATION = '23503';

/** A table of pairs: which companies and people a group lists, and which companies are assigned to a user. */
interface List {
  readonly table: string;
  readonly columns: readonly [string, string];
  readonly group: 'security' | 'account' | null;
  readonly pairs: (grants: Grants) => readonly (readonly [string, string])[];
}

const LISTS: readonly List[] = [
  {
    table: 'security_group_companies',
    columns: ['security_group', 'company'],
    group: 'security',
    pairs: (grants) => pairsOf(grants.securityGroups, ({ companies }) => companies),
  },
  {
    table: 'security_group_users',
    columns: ['security_group', 'user'],
    group: 'security',
    pairs: (grants) => pairsOf(grants.securityGroups, ({ users }) => users),
  },
  {
    table: 'account_group_companies',
    columns: ['account_group', 'company'],
    group: 'account',
    pairs: (grants) => pairsOf(grants.accountGroups, ({ companies }) => companies),
  },
  {
    table: 'account_group_members',
    columns: ['account_group', 'user'],
    group: 'account',
    pairs: (grants) => pairsOf(grants.accountGroups, ({ members }) => members),
  },
  {
    table: 'account_group_account_managers',
    columns: ['account_group', 'user'],
    group: 'account',
    pairs: (grants) => pairsOf(grants.accountGroups, ({ accountManagers }) => accountManagers),
  },
  {
    table: 'account_manager_companies',
    columns: ['user', 'company'],
    group: null,
    pairs: (grants) => grants.accountManagerCompanies.map(({ user, company }) => [user, company]),
  },
];

function pairsOf<Group extends { readonly id: string }>(
  groups: readonly Group[],
  listed: (group: Group) => readonly string[],
): (readonly [string, string])[] {
  return groups.flatMap((group) => listed(group).map((entry) => [group.id, entry] as const));
}

async function storeList(
  tx: Tx,
  workspace: string,
  list: List,
  before: Grants,
  after: Grants,
): Promise<void> {
  const [table, first, second] = [sql.table(list.table), sql.ref(list.columns[0]), sql.ref(list.columns[1])];
  const [old, now] = [list.pairs(before), list.pairs(after)];
  const gone = without(old, now);
  if (gone.length > 0)
    await sql`delete from ${table} where workspace_id = ${workspace}
      and (${first}, ${second}) in (select * from unnest(${firsts(gone)}::text[], ${seconds(gone)}::text[]))`.execute(
      tx,
    );
  const added = without(now, old);
  if (added.length === 0) return;
  if (list.group && added.some(([group]) => group === ALL_COMPANIES))
    await makeBuiltInGroup(tx, workspace, list.group);
  await sql`insert into ${table} (workspace_id, ${first}, ${second})
    select ${workspace}, * from unnest(${firsts(added)}::text[], ${seconds(added)}::text[])`.execute(tx);
}

type Pairs = ReturnType<List['pairs']>;
const firsts = (pairs: Pairs) => pairs.map(([first]) => first);
const seconds = (pairs: Pairs) => pairs.map(([, second]) => second);

/** NUL can stand in no id. */
function without(pairs: Pairs, others: Pairs): Pairs {
  const known = new Set(others.map((pair) => pair.join('\0')));
  return pairs.filter((pair) => !known.has(pair.join('\0')));
}
