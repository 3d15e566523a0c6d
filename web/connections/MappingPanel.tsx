import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Connection, type ConnectionChoices, updateConnection } from '../../contract/connections.ts';
import { call } from '../api/call.ts';
import { FormError } from '../ui/FormError.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';
import { ClientChoices } from './ClientChoices.tsx';
import { OwnerChoices } from './OwnerChoices.tsx';
import { PeriodChoices } from './PeriodChoices.tsx';
import { ProductCodes } from './ProductCodes.tsx';
import { choicesQuery, useConnectionsChanged } from './queries.ts';
import { SurveyScale } from './SurveyScale.tsx';

type Settings = Connection['settings'];

/** What has to be said so that records are understood: who is a client, what billing periods mean, who our people are. */
export function MappingPanel({ connection }: { readonly connection: Connection }) {
  const choices = useQuery(choicesQuery(connection.id, connection.run));
  return (
    <Panel title="How it is understood">
      {choices.error && !choices.data ? (
        <LoadFailed error={choices.error} onRetry={() => void choices.refetch()} />
      ) : null}
      {choices.data ? <Editor connection={connection} choices={choices.data} /> : null}
      {choices.isPending ? <Skeleton h={240} /> : null}
    </Panel>
  );
}

interface EditorProps {
  readonly connection: Connection;
  readonly choices: ConnectionChoices;
}

function Editor({ connection: { id, settings, etag }, choices }: EditorProps) {
  const changed = useConnectionsChanged();
  const [edited, setEdited] = useState<Settings | null>(null);
  const draft = edited ?? settings;
  const save = useMutation({
    mutationFn: (wanted: Settings) =>
      call(updateConnection, { params: { id }, body: { settings: wanted }, ifMatch: etag }),
    onSuccess: () => setEdited(null),
    onSettled: changed,
  });
  const change = (part: Partial<Settings>) => setEdited({ ...draft, ...part });
  return (
    <Stack gap="lg">
      <LeaveGuard unsaved={edited !== null} title="Leave without saving?" action="Leave">
        What you said of its types, periods and owners is not saved yet.
      </LeaveGuard>
      <ClientChoices choices={choices} clients={draft.clients} onChange={(clients) => change({ clients })} />
      <PeriodChoices choices={choices} periods={draft.periods} onChange={(periods) => change({ periods })} />
      <OwnerChoices choices={choices} users={draft.users} onChange={(users) => change({ users })} />
      <SurveyScale scores={draft.scores} onChange={(scores) => change({ scores })} />
      <ProductCodes codes={choices.productCodes} />
      <FormError error={save.error} />
      <Group gap="xs">
        <Button onClick={() => save.mutate(draft)} disabled={edited === null} loading={save.isPending}>
          Save
        </Button>
        <Button variant="default" onClick={() => setEdited(null)} disabled={edited === null}>
          Discard
        </Button>
        <Text fz="sm" c="dimmed" role="status">
          {edited === null ? 'It holds from the next sync on.' : 'Not saved yet'}
        </Text>
      </Group>
    </Stack>
  );
}
