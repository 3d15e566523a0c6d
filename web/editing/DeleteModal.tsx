import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { conflictOf } from '../api/conflict.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';

interface DeleteModalProps {
  readonly title: string;
  /** What the button says. */
  readonly action?: 'Delete' | 'Remove';
  readonly etag: string;
  readonly onDelete: (etag: string) => Promise<unknown>;
  /** Has what rests on it asked for anew, whether it went or was refused. */
  readonly changed: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something goes; again, if somebody else has changed it meanwhile. */
export function DeleteModal(props: DeleteModalProps) {
  const { title, action = 'Delete', etag, onDelete, changed, onClose, children } = props;
  const [present, setPresent] = useState(etag);
  const remove = useMutation({
    mutationFn: () => onDelete(present),
    onSuccess: onClose,
    onError: (error) => setPresent(conflictOf<{ etag: string }>(error)?.current.etag ?? present),
    onSettled: () => void changed(),
  });
  return (
    <ConfirmModal
      title={title}
      action={action}
      danger
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {children}
    </ConfirmModal>
  );
}
