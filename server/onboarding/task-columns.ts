import { sql } from 'kysely';
import type { NewOnboardingTask, OnboardingTask } from '../../contract/onboarding.ts';
import { requireUsers } from '../access/require-known.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** The fields of a task that a person sets, beside whether it is done. */
export const taskColumns = {
  title: 'title',
  description: 'description',
  side: 'side',
  owner: 'owner',
  contact: 'contact',
  ownerName: 'owner_name',
  dueDate: 'due_date',
  required: 'required',
  note: 'note',
} as const;

/** What a task is, without who did it when, as it goes on record. */
export type TaskFields = Pick<
  OnboardingTask,
  'title' | 'description' | 'side' | 'ownerName' | 'dueDate' | 'required' | 'note' | 'done'
> & { readonly owner: string | null; readonly contact: string | null };

export function fieldsOf(task: OnboardingTask): TaskFields {
  const { title, description, side, owner, contact, ownerName, dueDate, required, note, done } = task;
  return {
    ...{ title, description, side, owner: owner?.id ?? null, contact: contact?.id ?? null, ownerName },
    ...{ dueDate, required, note, done },
  };
}

/** Refuses an owner who is unknown, is not of the company, or stands on the other side (`unprocessable`). */
export async function requireFittingOwner(
  tx: Tx,
  { loaded }: Pick<Viewer, 'loaded'>,
  company: string,
  { side, owner, contact }: Pick<NewOnboardingTask, 'side' | 'owner' | 'contact'>,
): Promise<void> {
  if (owner != null) {
    requireUsers(loaded.grants, 'owner', [owner]);
    if (side === 'client')
      throw new Refusal('unprocessable', 'A task of the client’s has no user of ours as its owner.');
  }
  if (contact != null) {
    const { rows } = await sql`select from contacts
      where workspace_id = (select current_workspace()) and company = ${company} and key = ${contact}`.execute(
      tx,
    );
    if (rows.length === 0)
      throw new Refusal(
        'unprocessable',
        `Field "contact" is "${contact}"; expected a contact of the company.`,
      );
    if (side === 'us')
      throw new Refusal('unprocessable', 'A task of ours has no contact of the client as its owner.');
  }
}
