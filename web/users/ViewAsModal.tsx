import type { User } from '../../contract/users.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { useStartViewing } from '../view-as/use-view-as.ts';

/** Asks before an admin begins to see the product as a user does. */
export function ViewAsModal({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const start = useStartViewing();
  return (
    <ConfirmModal
      title={`View as ${user.name}?`}
      action="View"
      pending={start.isPending || start.isSuccess}
      error={start.error}
      onConfirm={() => start.mutate(user.id)}
      onClose={onClose}
    >
      You will see everything as {user.name} does, on every page, until you stop. Nothing can be changed
      meanwhile. That you began and stopped is recorded.
    </ConfirmModal>
  );
}
