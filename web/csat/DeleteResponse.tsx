import { useMutation } from '@tanstack/react-query';
import { type CsatResponse, deleteCsatResponse } from '../../contract/csat.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';

interface DeleteResponseProps {
  readonly response: CsatResponse;
  readonly onClose: () => void;
}

/** Asks before a response is deleted. */
export function DeleteResponse({ response, onClose }: DeleteResponseProps) {
  const companyChanged = useCompanyChanged();
  const remove = useMutation({
    mutationFn: async () => {
      await call(deleteCsatResponse, { params: { id: response.id }, ifMatch: response.etag });
    },
    onSuccess: () => {
      onClose();
      void companyChanged();
    },
  });
  return (
    <ConfirmModal
      title="Delete this response?"
      action="Delete"
      danger
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      It no longer counts in CSAT. A survey link that it was given by stays answered. This cannot be undone.
    </ConfirmModal>
  );
}
