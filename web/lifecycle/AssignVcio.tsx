import { Button, Select, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { updateCompanyProfile } from '../../contract/company-profile.ts';
import type { Named } from '../../contract/values.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { companyChoicesQuery } from '../company-profile/queries.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useMay } from '../me/queries.ts';

/** Assigns the vCIO where that is one's to say, and else says whose it is. */
export function AssignVcio({ company }: { readonly company: string }) {
  const mayEdit = useMay('edit_companies');
  const choices = useQuery({ ...companyChoicesQuery, enabled: mayEdit }).data;
  const [open, setOpen] = useState(false);
  if (mayEdit && !choices) return null;
  if (!choices?.owners)
    return (
      <Text span fz="sm" c="dimmed">
        By an administrator or a manager
      </Text>
    );
  return (
    <>
      <Button size="compact-sm" variant="light" onClick={() => setOpen(true)}>
        Assign a vCIO
      </Button>
      {open ? (
        <AssignModal company={company} choices={choices.owners} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

interface AssignModalProps {
  readonly company: string;
  readonly choices: readonly Named[];
  readonly onClose: () => void;
}

function AssignModal({ company, choices, onClose }: AssignModalProps) {
  const companyChanged = useCompanyChanged();
  const [owner, setOwner] = useState<string | null>(null);
  const assign = useMutation({
    mutationFn: (id: string) => call(updateCompanyProfile, { params: { id: company }, body: { owner: id } }),
    onSuccess: async () => {
      onClose();
      await companyChanged();
    },
  });
  return (
    <EditModal
      title="Assign a vCIO"
      size="md"
      action="Assign"
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (owner !== null) assign.mutate(owner);
      }}
      pending={assign.isPending}
      error={assign.error}
      dirty={owner !== null}
    >
      <Select
        label="vCIO"
        description="Owns the client’s whole lifecycle"
        placeholder="Choose a user"
        data={choices.map(({ id, name }) => ({ value: id, label: name }))}
        value={owner}
        onChange={setOwner}
        searchable
        nothingFoundMessage="Nobody has that name"
        data-autofocus
      />
    </EditModal>
  );
}
