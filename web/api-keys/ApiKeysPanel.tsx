import { Anchor, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type ApiKey, createApiKey, deleteApiKey, listApiKeys } from '../../contract/api-keys.ts';
import { call } from '../api/call.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { formatMoment } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';
import { Panel } from '../ui/Panel.tsx';

const keysKey = ['api-keys'];

/** One's own API keys: make one (shown once), see them, revoke them. */
export function ApiKeysPanel() {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: keysKey });
  const keys = useQuery({ queryKey: keysKey, queryFn: () => call(listApiKeys, {}) });
  const make = useMutation({
    mutationFn: (name: string) => call(createApiKey, { body: { name } }),
    onSuccess: refresh,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => call(deleteApiKey, { params: { id } }),
    onSuccess: refresh,
  });
  return (
    <Panel title="API keys">
      <Stack gap="sm">
        <Text c="dimmed" fz="sm">
          A key lets a program read and write as you, under the same access rules.{' '}
          <Anchor href="/api/docs" fz="sm" underline="always">
            What programs can ask
          </Anchor>
        </Text>
        {keys.isPending ? <Skeleton h={40} /> : null}
        {keys.data?.items.map((key) => (
          <KeyLine key={key.id} apiKey={key} onRevoke={() => revoke.mutate(key.id)} />
        ))}
        {make.data ? (
          <CopyLine label={`Key “${make.data.name}”`} value={make.data.key}>
            Copy it now: it is shown only this once.
          </CopyLine>
        ) : null}
        <NewKey pending={make.isPending} onMake={(name) => make.mutate(name)} />
        <FormError error={keys.error ?? make.error ?? revoke.error} />
      </Stack>
    </Panel>
  );
}

function KeyLine({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const used = apiKey.lastUsedAt ? `last used ${formatMoment(apiKey.lastUsedAt)}` : 'never used';
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text fw={550}>{apiKey.name}</Text>
        <Text fz="xs" c="dimmed">
          {apiKey.prefix}… · made {formatMoment(apiKey.createdAt)} · {used}
        </Text>
      </div>
      <Button variant="subtle" color="red" size="xs" onClick={onRevoke} aria-label={`Revoke ${apiKey.name}`}>
        Revoke
      </Button>
    </Group>
  );
}

function NewKey({ pending, onMake }: { pending: boolean; onMake: (name: string) => void }) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onMake(name.trim());
    setName('');
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          label="New key for"
          placeholder="Power BI"
          flex={1}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={pending} disabled={!name.trim()}>
          Make key
        </Button>
      </Group>
    </form>
  );
}
