import { Skeleton, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Connection, type Connector, updateConnection } from '../../contract/connections.ts';
import { call } from '../api/call.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { type CredentialDraft, CredentialFields, missingFields } from './CredentialFields.tsx';
import { connectorsQuery, useConnectionsChanged } from './queries.ts';

interface EditCredentialsProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** Changes the name and the credentials of a connection; secrets that are not typed again stay. */
export function EditCredentials({ connection, onClose }: EditCredentialsProps) {
  const connectors = useQuery(connectorsQuery);
  const changed = useConnectionsChanged();
  const [name, setName] = useState(connection.name);
  const [draft, setDraft] = useState<CredentialDraft>({
    values: connection.credentials,
    allowPrivate: connection.allowPrivate,
  });
  const [missing, setMissing] = useState<string | null>(null);
  const connector = connectors.data?.find(({ vendor }) => vendor === connection.vendor);
  const save = useMutation({
    mutationFn: (one: Connector) =>
      call(updateConnection, {
        params: { id: connection.id },
        body: {
          ...(name !== connection.name && { name }),
          ...(draft.allowPrivate !== connection.allowPrivate && { allowPrivate: draft.allowPrivate }),
          credentials: changedValues(connection, one, draft),
        },
        ifMatch: connection.etag,
      }),
    onSuccess: async () => {
      onClose();
      await changed();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!connector) return;
    const empty = missingFields(connector, draft, connection.secrets);
    setMissing(empty.length > 0 ? `Still missing: ${empty.join(', ')}.` : null);
    if (empty.length === 0) save.mutate(connector);
  };
  return (
    <EditModal
      title="Change credentials"
      onClose={onClose}
      onSubmit={submit}
      pending={save.isPending}
      error={missing === null ? save.error : new Error(missing)}
      dirty={draft.values !== connection.credentials || name !== connection.name}
    >
      {connectors.error && !connectors.data ? (
        <LoadFailed error={connectors.error} onRetry={() => void connectors.refetch()} />
      ) : null}
      <TextInput
        label="Name"
        required
        maxLength={100}
        value={name}
        data-autofocus
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {connector ? (
        <CredentialFields connector={connector} kept={connection} draft={draft} onChange={setDraft} />
      ) : (
        <Skeleton h={160} />
      )}
      <Text fz="sm" c="dimmed">
        Where the address or the account changes, secrets have to be typed again.
      </Text>
    </EditModal>
  );
}

/** Typed secrets, and what differs of the others. */
function changedValues(
  { credentials }: Connection,
  connector: Connector,
  { values }: CredentialDraft,
): Record<string, string> {
  const changed = connector.credentials.filter(({ name, secret }) =>
    secret ? Boolean(values[name]) : (values[name] ?? '') !== (credentials[name] ?? ''),
  );
  return Object.fromEntries(changed.map(({ name }) => [name, (values[name] ?? '').trim()]));
}
