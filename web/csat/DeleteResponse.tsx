import { type CsatResponse, deleteCsatResponse } from '../../contract/csat.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { DeleteModal } from '../editing/DeleteModal.tsx';

interface DeleteResponseProps {
  readonly response: CsatResponse;
  readonly onClose: () => void;
}

/** Asks before a response is deleted. */
export function DeleteResponse({ response, onClose }: DeleteResponseProps) {
  const companyChanged = useCompanyChanged();
  return (
    <DeleteModal
      title="Delete this response?"
      etag={response.etag}
      onDelete={(ifMatch) => call(deleteCsatResponse, { params: { id: response.id }, ifMatch })}
      changed={companyChanged}
      onClose={onClose}
    >
      It no longer counts in CSAT. A survey link that it was given by stays answered. This cannot be undone.
    </DeleteModal>
  );
}
