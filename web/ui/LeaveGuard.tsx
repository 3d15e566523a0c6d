import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ConfirmModal } from './ConfirmModal.tsx';

interface LeaveGuardProps {
  readonly unsaved: boolean;
  readonly title: string;
  /** What the button that leaves says. */
  readonly action: string;
  readonly children: ReactNode;
}

/** Asks before a page is left whose changes are not saved. */
export function LeaveGuard({ unsaved, title, action, children }: LeaveGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <ConfirmModal
      title={title}
      action={action}
      danger
      pending={false}
      error={null}
      onConfirm={blocker.proceed}
      onClose={blocker.reset}
    >
      {children}
    </ConfirmModal>
  );
}
