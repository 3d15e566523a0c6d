import { sql } from 'kysely';
import { asOwner } from '../platform/database/transaction.ts';
import { endExpiredSessions } from '../sign-in/expired-sessions.ts';
import type { Job } from './job.ts';

/** What has run out is of no use any more, and refused wherever it is used: this takes it out of the database. */
export const endExpired: Job = {
  id: 'end-expired',
  name: 'Clear what has expired',
  description: 'Removes sessions, invitations and remembered answers whose time has run out.',
  schedule: { everyMinutes: 60 },
  async run({ database }, { workspace, now }) {
    const sessions = await endExpiredSessions(database, workspace, now);
    const invitations = await asOwner(database, async (tx) => {
      await sql`delete from idempotency_keys
        where workspace_id = ${workspace} and created_at < ${now}::timestamptz - interval '1 day'`.execute(
        tx,
      );
      const { rows } = await sql`delete from invitations
        where workspace_id = ${workspace} and expires_at <= ${now} returning 1`.execute(tx);
      return rows.length;
    });
    if (sessions + invitations === 0) return 'Nothing had expired.';
    return `Removed ${counted(sessions, 'session')} and ${counted(invitations, 'invitation')}.`;
  },
};

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
