import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Connection, updateConnection } from '../../contract/connections.ts';
import { timeOfDay } from '../../domain/jobs/schedule.ts';
import { call } from '../api/call.ts';
import { FormError } from '../ui/FormError.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useConnectionsChanged } from './queries.ts';
import { minutesOfDay } from './time-of-day.ts';

type Change = Pick<Connection, 'syncEveryMinutes' | 'fullAt'> | { readonly state: 'on' | 'paused' };

/** How often a connection is synced by itself, and pausing that. */
export function SchedulePanel({ connection }: { readonly connection: Connection }) {
  const { id, state, etag } = connection;
  const changed = useConnectionsChanged();
  const [every, setEvery] = useState(connection.syncEveryMinutes);
  const [fullAt, setFullAt] = useState(timeOfDay(connection.fullAt));
  const save = useMutation({
    mutationFn: (change: Change) => call(updateConnection, { params: { id }, body: change, ifMatch: etag }),
    onSettled: changed,
  });
  const minutes = minutesOfDay(fullAt);
  const isChanged = every !== connection.syncEveryMinutes || minutes !== connection.fullAt;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (minutes !== null) save.mutate({ syncEveryMinutes: every, fullAt: minutes });
  };
  return (
    <Panel title="Schedule">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text fz="sm">
            {state === 'paused'
              ? 'It is paused: nothing is synced unless you ask for it.'
              : 'What has changed is read every few minutes; everything once a night, so that what is gone shows.'}
          </Text>
          <Group gap="md" align="flex-end">
            <NumberInput
              label="Every so many minutes"
              min={1}
              max={1440}
              allowDecimal={false}
              value={every}
              onChange={(value) => setEvery(Number(value) || 1)}
              w={190}
            />
            <TextInput
              label="Everything at"
              type="time"
              required
              value={fullAt}
              onChange={({ currentTarget }) => setFullAt(currentTarget.value)}
            />
            <Button
              type="submit"
              variant="default"
              disabled={!isChanged || minutes === null}
              loading={save.isPending}
            >
              Save
            </Button>
          </Group>
          <FormError error={save.error} />
          <Group>
            <Button
              variant="subtle"
              onClick={() => save.mutate({ state: state === 'paused' ? 'on' : 'paused' })}
              disabled={save.isPending}
            >
              {state === 'paused' ? 'Go on by itself' : 'Pause'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
