import { Checkbox, TextInput } from '@mantine/core';
import { type Contact, createContact, updateContact } from '../../contract/contacts.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import editing from '../editing/editing.module.css';
import { isOwnedThere, readOnlyIfSynced } from '../editing/synced.ts';
import { useEditForm } from '../editing/use-edit-form.ts';
import { CONTACT_FIELDS, type ContactValues, contactValues, NEW_CONTACT } from './contact-fields.ts';

interface ContactModalProps {
  readonly company: string;
  /** Null: a new one. */
  readonly contact: Contact | null;
  readonly onClose: () => void;
}

/** Adds or changes a contact. */
export function ContactModal({ company, contact, onClose }: ContactModalProps) {
  const companyChanged = useCompanyChanged();
  const { form, clash, decide, ...edit } = useEditForm<ContactValues, Contact>({
    fields: CONTACT_FIELDS,
    values: contact ? contactValues(contact) : NEW_CONTACT,
    etag: contact?.etag,
    valuesOf: contactValues,
    save: (changed, ifMatch) =>
      contact && ifMatch !== undefined
        ? call(updateContact, { params: { id: contact.id }, body: changed, ifMatch })
        : call(createContact, { params: { id: company }, body: { name: '', ...changed } }),
    onSaved: () => {
      onClose();
      void companyChanged();
    },
  });
  const text = (name: keyof ContactValues) => ({
    label: CONTACT_FIELDS[name].label,
    ...form.getInputProps(name),
    ...readOnlyIfSynced(contact?.syncedFrom, name),
  });
  const tick = (name: keyof ContactValues) => ({
    label: CONTACT_FIELDS[name].label,
    ...form.getInputProps(name, { type: 'checkbox' }),
  });
  return (
    <EditModal
      title={contact ? 'Edit contact' : 'Add contact'}
      action={contact ? 'Save' : 'Add contact'}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
    >
      {clash ? <ClashNotice clash={clash} fields={CONTACT_FIELDS} onDecide={decide} /> : null}
      <div className={editing.pair}>
        <TextInput required {...text('name')} data-autofocus />
        <TextInput {...text('title')} />
        <TextInput {...text('email')} type="email" />
      </div>
      <Checkbox {...tick('decisionMaker')} />
      <Checkbox
        {...tick('active')}
        disabled={isOwnedThere(contact?.syncedFrom, 'active')}
        description="Counts as an employee where neither the PSA nor a number set by hand says how many there are"
      />
    </EditModal>
  );
}
