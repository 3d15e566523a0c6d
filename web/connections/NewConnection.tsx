import { Radio, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Connector, createConnection } from '../../contract/connections.ts';
import { call } from '../api/call.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { paths } from '../paths.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { type CredentialDraft, CredentialFields, missingFields } from './CredentialFields.tsx';
import { connectorsQuery, useConnectionsChanged } from './queries.ts';

const EMPTY: CredentialDraft = { values: {}, allowPrivate: false };

/** Chooses a system and takes its credentials; what it holds is read on the connection's own page. */
export function NewConnection({ onClose }: { readonly onClose: () => void }) {
  const connectors = useQuery(connectorsQuery);
  const changed = useConnectionsChanged();
  const navigate = useNavigate();
  const [connector, setConnector] = useState<Connector | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [draft, setDraft] = useState(EMPTY);
  const [missing, setMissing] = useState<string | null>(null);
  const name = typed ?? connector?.name ?? '';
  const create = useMutation({
    mutationFn: ({ vendor }: Connector) =>
      call(createConnection, {
        body: { vendor, name, credentials: given(draft), allowPrivate: draft.allowPrivate },
      }),
    onSuccess: async ({ id }) => {
      await changed();
      await navigate(paths.connection(id));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const empty = connector ? missingFields(connector, draft) : ['which system it is'];
    setMissing(empty.length > 0 ? `Still missing: ${empty.join(', ')}.` : null);
    if (connector && empty.length === 0 && name.trim()) create.mutate(connector);
  };
  return (
    <EditModal
      title="Connect a system"
      action="Connect"
      onClose={onClose}
      onSubmit={submit}
      pending={create.isPending}
      error={missing === null ? create.error : new Error(missing)}
      dirty={Object.values(draft.values).some((value) => value !== '')}
    >
      {connectors.error && !connectors.data ? (
        <LoadFailed error={connectors.error} onRetry={() => void connectors.refetch()} />
      ) : null}
      {connectors.isPending ? <Skeleton h={120} /> : null}
      <Radio.Group
        label="System"
        value={connector?.vendor ?? null}
        onChange={(vendor) => {
          setConnector(connectors.data?.find((one) => one.vendor === vendor) ?? null);
          setDraft({ ...EMPTY, allowPrivate: draft.allowPrivate });
        }}
      >
        <Stack gap={6} mt={6}>
          {connectors.data?.map(({ vendor, name: label }, index) => (
            <Radio
              key={vendor}
              value={vendor}
              label={label}
              {...(index === 0 && { 'data-autofocus': true })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {connector ? (
        <>
          <TextInput
            label="Name"
            description="Stands wherever something comes from it."
            required
            maxLength={100}
            value={name}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <CredentialFields connector={connector} draft={draft} onChange={setDraft} />
          <Text fz="sm" c="dimmed">
            Secrets are kept sealed and never shown again. Nothing is read yet.
          </Text>
        </>
      ) : null}
    </EditModal>
  );
}

function given({ values }: CredentialDraft): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
}
