import { useMutation } from '@tanstack/react-query';
import { deleteRecord, type MeetingRecord } from '../../contract/records.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';

interface RemoveRecordProps {
  readonly record: MeetingRecord;
  readonly onClose: () => void;
}

/** Asks before a record is removed. */
export function RemoveRecord({ record, onClose }: RemoveRecordProps) {
  const companyChanged = useCompanyChanged();
  const remove = useMutation({
    mutationFn: async () => {
      await call(deleteRecord, { params: { id: record.id }, ifMatch: record.etag });
    },
    onSuccess: () => {
      onClose();
      void companyChanged();
    },
  });
  return (
    <ConfirmModal
      title={`Remove ${record.title}?`}
      action="Remove"
      danger
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {record.file
        ? 'The file is deleted with it. This cannot be undone.'
        : 'Only the link is removed; what it leads to stays where it is.'}
    </ConfirmModal>
  );
}
