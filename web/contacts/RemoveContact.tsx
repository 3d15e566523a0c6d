import { type Contact, deleteContact } from '../../contract/contacts.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { DeleteModal } from '../editing/DeleteModal.tsx';

interface RemoveContactProps {
  readonly contact: Contact;
  readonly onClose: () => void;
}

/** Asks before a contact is removed; one that somebody has changed meanwhile is asked about again. */
export function RemoveContact({ contact, onClose }: RemoveContactProps) {
  const companyChanged = useCompanyChanged();
  return (
    <DeleteModal
      title={`Remove ${contact.name}?`}
      action="Remove"
      etag={contact.etag}
      onDelete={(ifMatch) => call(deleteContact, { params: { id: contact.id }, ifMatch })}
      changed={companyChanged}
      onClose={onClose}
    >
      {contact.active
        ? 'To keep somebody who has left, edit the contact and make it inactive. This cannot be undone.'
        : 'This cannot be undone.'}
    </DeleteModal>
  );
}
