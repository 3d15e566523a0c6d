import type { Role, UserGrants } from '../../../domain/access/grants.ts';
import { isActiveAdmin, keepsAnAdmin } from '../../../domain/access/last-admin.ts';
import { query } from '../sql.ts';
import { cellAccess, type FileInCheck, type RowRule } from './file-in-check.ts';

type Person = Pick<UserGrants, 'id' | 'role' | 'active'>;

/** No import locks everybody out: of those who can sign in, one stays an active admin. */
export async function adminRule(file: FileInCheck): Promise<RowRule> {
  const [key, role, deactivated] = ['key', 'role', 'deactivated'].map((name) =>
    cellAccess(file.columns, name),
  ) as [Access, Access, Access];
  const { people, canSignIn } = await stored(file);
  const takenAway: { line: number; place: number; was: string }[] = [];
  return {
    row(row) {
      const id = key.of(row);
      const before = id === null || id === undefined ? undefined : people.get(id);
      if (!before) return;
      const after: Person = {
        id: before.id,
        role: (role.of(row) ?? before.role) as Role,
        active: deactivated.of(row) === undefined ? before.active : deactivated.of(row) !== 'true',
      };
      people.set(before.id, after);
      if (!isActiveAdmin(before) || isActiveAdmin(after) || !canSignIn.has(before.id)) return;
      takenAway.push(
        after.role === 'admin'
          ? { line: row.line, place: deactivated.place, was: 'deactivated is true; expected false' }
          : { line: row.line, place: role.place, was: `role is ${after.role}; expected admin` },
      );
    },
    end() {
      const [first] = takenAway;
      if (!first || keepsAnAdmin([...people.values()], canSignIn)) return;
      file.report(first.line, first.place, `${first.was}: no admin who can sign in would be left`);
    },
  };
}

type Access = ReturnType<typeof cellAccess>;

function stored({ bundle }: FileInCheck): Promise<{ people: Map<string, Person>; canSignIn: Set<string> }> {
  return bundle.ask(async (tx, workspace) => {
    const people = await query<Person>(
      tx,
      'select key as id, role, deactivated is not true as active from users where workspace_id = $1',
      [workspace],
    );
    const canSignIn = await query<{ id: string }>(tx, 'select users_who_can_sign_in() as id', []);
    return {
      people: new Map(people.map((person) => [person.id, person])),
      canSignIn: new Set(canSignIn.map(({ id }) => id)),
    };
  });
}
