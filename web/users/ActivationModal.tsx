import { deactivateUser, reactivateUser, type User } from '../../contract/users.ts';
import { call } from '../api/call.ts';
import { TakeAwayModal } from '../permissions/TakeAwayModal.tsx';

/** Asks before a user is deactivated, or let in again, and says what they lose or get by it. */
export function ActivationModal({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const { id, name, active, etag } = user;
  return (
    <TakeAwayModal
      title={active ? `Deactivate ${name}?` : `Reactivate ${name}?`}
      action={active ? 'Deactivate' : 'Reactivate'}
      proposed={{ kind: 'userActive', id, active: !active }}
      takeAway={() =>
        call(active ? deactivateUser : reactivateUser, { params: { id }, ifMatch: etag } as const)
      }
      danger={active}
      onClose={onClose}
    >
      {active
        ? `${name} can sign in no longer: sessions, API keys and open links end at once. What they own and did stays.`
        : `${name} can sign in again, with the password and the groups of before. API keys are to be made anew.`}
    </TakeAwayModal>
  );
}
