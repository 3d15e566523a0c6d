import { Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Connection, matchConnectionRecord } from '../../contract/connections.ts';
import type { PreviewedCompany } from '../../contract/sync-preview.ts';
import { call } from '../api/call.ts';
import { CompanySelect } from '../companies/CompanySelect.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { useConnectionsChanged } from './queries.ts';

interface MatchModalProps {
  readonly connection: Connection;
  readonly row: PreviewedCompany;
  readonly onClose: () => void;
}

/** Says which company of ours a company of the system is, or that it is a new one. */
export function MatchModal({ connection, row, onClose }: MatchModalProps) {
  const changed = useConnectionsChanged();
  const [ours, setOurs] = useState<string | null>(row.action === 'create' ? null : (row.company?.id ?? null));
  const [isNew, setIsNew] = useState(row.company === null && row.candidates.length === 0);
  const save = useMutation({
    mutationFn: (company: string | null) =>
      call(matchConnectionRecord, {
        params: { id: connection.id, record: row.record },
        body: { company },
      }),
    onSuccess: async () => {
      onClose();
      await changed();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNew || ours !== null) save.mutate(isNew ? null : ours);
  };
  return (
    <EditModal
      title={`Which company is ${row.name}?`}
      action="Match"
      onClose={onClose}
      onSubmit={submit}
      pending={save.isPending}
      error={save.error}
    >
      <Text fz="sm" c="dimmed">
        {row.reason}
      </Text>
      <Radio.Group value={isNew ? 'new' : 'ours'} onChange={(value) => setIsNew(value === 'new')}>
        <Stack gap="xs">
          <Radio value="ours" label="One that is here already" data-autofocus />
          <Radio value="new" label="None: it becomes a company of its own" />
        </Stack>
      </Radio.Group>
      {isNew ? null : <CompanySelect label="Company here" value={ours} onChange={setOurs} />}
    </EditModal>
  );
}
