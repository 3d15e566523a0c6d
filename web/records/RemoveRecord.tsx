import { deleteRecord, type MeetingRecord } from '../../contract/records.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { DeleteModal } from '../editing/DeleteModal.tsx';

interface RemoveRecordProps {
  readonly record: MeetingRecord;
  readonly onClose: () => void;
}

/** Asks before a record is removed. */
export function RemoveRecord({ record, onClose }: RemoveRecordProps) {
  const companyChanged = useCompanyChanged();
  return (
    <DeleteModal
      title={`Remove ${record.title}?`}
      action="Remove"
      etag={record.etag}
      onDelete={(ifMatch) => call(deleteRecord, { params: { id: record.id }, ifMatch })}
      changed={companyChanged}
      onClose={onClose}
    >
      {record.file
        ? 'The file is deleted with it. This cannot be undone.'
        : 'Only the link is removed; what it leads to stays where it is.'}
    </DeleteModal>
  );
}
