import { Group, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createCsatResponse } from '../../contract/csat.ts';
import { CSAT_RATINGS, type CsatRating } from '../../domain/csat/satisfaction.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { contactsQuery } from '../contacts/queries.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { RATING_NAMES } from './ratings.tsx';

interface AddResponseProps {
  readonly company: string;
  readonly onClose: () => void;
}

/** Adds what somebody said otherwise, on the phone for instance. */
export function AddResponse({ company, onClose }: AddResponseProps) {
  const companyChanged = useCompanyChanged();
  const contacts = useQuery(contactsQuery(company));
  const [rating, setRating] = useState<CsatRating>('positive');
  const [contact, setContact] = useState<string | null>(null);
  const [about, setAbout] = useState('');
  const [comment, setComment] = useState('');
  const add = useMutation({
    mutationFn: async () => {
      const body = {
        rating,
        contact,
        ...(about.trim() ? { about } : {}),
        ...(comment.trim() ? { comment } : {}),
      };
      await call(createCsatResponse, { params: { id: company }, body });
    },
    onSuccess: () => {
      onClose();
      void companyChanged();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <EditModal
      title="Add response"
      action="Add response"
      onClose={onClose}
      onSubmit={submit}
      pending={add.isPending}
      error={add.error}
      dirty={comment !== '' || about !== ''}
    >
      <Radio.Group label="Rating" value={rating} onChange={(value) => setRating(value as CsatRating)}>
        <Group mt={6}>
          {CSAT_RATINGS.map((one) => (
            <Radio key={one} value={one} label={RATING_NAMES[one]} />
          ))}
        </Group>
      </Radio.Group>
      <Select
        label="Contact"
        placeholder="Not known"
        clearable
        searchable
        value={contact}
        onChange={setContact}
        data={(contacts.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput
        label="About"
        placeholder="Such as a ticket"
        maxLength={200}
        value={about}
        onChange={({ currentTarget }) => setAbout(currentTarget.value)}
      />
      <Textarea
        label="Comment"
        autosize
        minRows={3}
        maxLength={5000}
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
    </EditModal>
  );
}
