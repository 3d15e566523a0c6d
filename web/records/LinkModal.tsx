import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addRecordLink, HttpsLink } from '../../contract/records.ts';
import type { RecordKind } from '../../domain/records/missing-records.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { RECORD_NAMES } from './record-names.ts';

interface LinkModalProps {
  readonly meeting: string;
  readonly kind: RecordKind;
  readonly onClose: () => void;
}

/** Attaches a link to where a record is kept, such as SharePoint or ScalePad. */
export function LinkModal({ meeting, kind, onClose }: LinkModalProps) {
  const companyChanged = useCompanyChanged();
  const [link, setLink] = useState('');
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = useMutation({
    mutationFn: async () => {
      const typed = title.trim() ? { title: title.trim() } : {};
      await call(addRecordLink, { params: { id: meeting }, body: { kind, link: link.trim(), ...typed } });
    },
    onSuccess: () => {
      onClose();
      void companyChanged();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (HttpsLink.safeParse(link).success) add.mutate();
    else setProblem('Expected an address that begins with https://');
  };
  return (
    <EditModal
      title={`Link: ${RECORD_NAMES[kind]}`}
      action="Add link"
      onClose={onClose}
      onSubmit={submit}
      pending={add.isPending}
      error={add.error}
      dirty={link !== '' || title !== ''}
    >
      <TextInput
        label="Address"
        placeholder="https://"
        description="Whoever opens it needs the right to do so there."
        required
        data-autofocus
        value={link}
        error={problem}
        onChange={({ currentTarget }) => {
          setLink(currentTarget.value);
          setProblem(null);
        }}
      />
      <TextInput
        label="Title"
        placeholder="The address’s host"
        maxLength={200}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
    </EditModal>
  );
}
