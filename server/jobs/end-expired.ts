import { sql } from 'kysely';
import { asOwner } from '../platform/database/transaction.ts';
import type { Job } from './job.ts';

/** What has run out is of no use any more, and refused wherever it is used: this takes it out of the database. */
export const endExpired: Job = {
  id: 'end-expired',
  name: 'Clear what has expired',
  description: 'Removes sessions, invitations and remembered answers whose time has run out.',
  schedule: { everyMinutes: 60 },
  async run({ database }, { workspace, now }) {
    const { rows } = await asOwner(database, (tx) =>
      sql<{ sessions: number; invitations: number }>`
        with session as (delete from auth_session a using sign_ins s
            where s.auth_user = a."userId" and s.workspace_id = ${workspace} and a."expiresAt" <= ${now} returning 1),
          invitation as (delete from invitations
            where workspace_id = ${workspace} and expires_at <= ${now} returning 1),
          answer as (delete from idempotency_keys
            where workspace_id = ${workspace} and created_at < ${now}::timestamptz - interval '1 day')
        select (select count(*) from session) as sessions, (select count(*) from invitation) as invitations`.execute(
        tx,
      ),
    );
    const { sessions, invitations } = rows[0]!;
    if (sessions + invitations === 0) return 'Nothing had expired.';
    return `Removed ${counted(sessions, 'session')} and ${counted(invitations, 'invitation')}.`;
  },
};

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
