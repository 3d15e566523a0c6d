import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { conflictOf } from '../api/conflict.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';

interface DeleteModalProps {
  readonly title: string;
  readonly etag: string;
  readonly onDelete: (etag: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before a contract or a line goes; again, if somebody else has changed it meanwhile. */
export function DeleteModal({ title, etag, onDelete, onClose, children }: DeleteModalProps) {
  const companyChanged = useCompanyChanged();
  const [present, setPresent] = useState(etag);
  const remove = useMutation({
    mutationFn: () => onDelete(present),
    onSuccess: onClose,
    onError: (error) => setPresent(conflictOf<{ etag: string }>(error)?.current.etag ?? present),
    onSettled: () => void companyChanged(),
  });
  return (
    <ConfirmModal
      title={title}
      action="Delete"
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
