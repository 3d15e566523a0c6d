import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Contact, deleteContact } from '../../contract/contacts.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { contactsQuery } from './queries.ts';

interface RemoveContactProps {
  readonly company: string;
  readonly contact: Contact;
  readonly onClose: () => void;
}

/** Asks before a contact is removed; one that somebody has changed meanwhile is asked about again. */
export function RemoveContact({ company, contact, onClose }: RemoveContactProps) {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  const remove = useMutation({
    mutationFn: async () => {
      await call(deleteContact, { params: { id: contact.id }, ifMatch: contact.etag });
    },
    onSuccess: () => {
      onClose();
      void companyChanged();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: contactsQuery(company).queryKey }),
  });
  return (
    <ConfirmModal
      title={`Remove ${contact.name}?`}
      action="Remove"
      danger
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {contact.active
        ? 'To keep somebody who has left, edit the contact and make it inactive. This cannot be undone.'
        : 'This cannot be undone.'}
    </ConfirmModal>
  );
}
