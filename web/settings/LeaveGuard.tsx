import { useBlocker } from '@tanstack/react-router';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';

/** Asks before a page is left whose changes are not saved. */
export function LeaveGuard({ unsaved }: { readonly unsaved: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <ConfirmModal
      title="Leave without saving?"
      action="Leave"
      danger
      pending={false}
      error={null}
      onConfirm={blocker.proceed}
      onClose={blocker.reset}
    >
      What you changed on this page is not saved yet.
    </ConfirmModal>
  );
}
