import { useBlocker } from '@tanstack/react-router';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';

/** Asks before changes that are not saved are left behind. */
export function LeaveGuard({ unsaved }: { readonly unsaved: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && next.pathname !== current.pathname,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <ConfirmModal
      title="Leave with changes that are not saved?"
      action="Leave without them"
      danger
      pending={false}
      error={null}
      onConfirm={blocker.proceed}
      onClose={blocker.reset}
    >
      They would be lost. Stay to try again.
    </ConfirmModal>
  );
}
