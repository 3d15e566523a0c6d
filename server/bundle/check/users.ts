import { shown } from '../errors.ts';
import { query } from '../sql.ts';
import { cellAccess, type FileInCheck, type RowRule } from './file-in-check.ts';

/** People sign in with their e-mail address, in whatever case they type it: no two share one. */
export async function emailRule(file: FileInCheck): Promise<RowRule> {
  const key = cellAccess(file.columns, 'key');
  const email = cellAccess(file.columns, 'email');
  const emails = new Map<string, { email: string; line: number | undefined }>();
  for (const user of await storedUsers(file)) emails.set(user.key, { email: user.email, line: undefined });
  return {
    row(row) {
      const [user, address] = [key.of(row), email.of(row)];
      if (typeof user === 'string' && typeof address === 'string')
        emails.set(user, { email: address, line: row.line });
    },
    end() {
      const holders = new Map<string, string>();
      const storedFirst = [...emails].sort(([, a], [, b]) => (a.line ?? 0) - (b.line ?? 0));
      for (const [user, { email: address, line }] of storedFirst) {
        const holder = holders.get(address.toLowerCase());
        if (holder !== undefined && line !== undefined)
          file.report(
            line,
            email.place,
            `email is ${shown(address)}, as of the user ${shown(holder)}; expected another: people sign in with it`,
          );
        else holders.set(address.toLowerCase(), user);
      }
    },
  };
}

function storedUsers({ bundle }: FileInCheck): Promise<{ key: string; email: string }[]> {
  return bundle.ask((tx, workspace) =>
    query(tx, 'select key, email from users where workspace_id = $1', [workspace]),
  );
}
