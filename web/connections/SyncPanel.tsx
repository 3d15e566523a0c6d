import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '../../contract/connections.ts';
import {
  cancelConnectionSync,
  confirmConnectionRun,
  type SyncRun,
  startConnection,
  syncConnection,
} from '../../contract/sync-runs.ts';
import { call } from '../api/call.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { formatMoment } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';
import { formatWhole } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { useConnectionsChanged } from './queries.ts';
import { RunProgress } from './RunProgress.tsx';
import { changesInWords, isOpen, KINDS } from './run-words.ts';
import { StateBadge } from './StateBadge.tsx';

type Asked = 'first' | 'full' | 'incremental' | 'cancel' | 'start' | 'confirm';

/** The sync that is under way, waits or was the last one, and what can be asked for now. */
export function SyncPanel({ connection }: { readonly connection: Connection }) {
  const { id, run } = connection;
  const changed = useConnectionsChanged();
  const ask = useMutation({
    mutationFn: (asked: Asked) => requested(id, run, asked),
    onSettled: changed,
  });
  const isUnderWay = run !== null && isOpen(run);
  return (
    <Panel title="Sync" actions={run ? <StateBadge state={run.state} /> : null}>
      <Stack gap="sm">
        {run === null ? (
          <Text fz="sm">
            Nothing was read yet. The first sync reads companies, contacts and contracts, and stops: you see
            what it would do before anything of the portfolio changes.
          </Text>
        ) : null}
        {run && isUnderWay && run.state !== 'waiting' ? <RunProgress run={run} /> : null}
        {run?.state === 'waiting' ? <Waiting run={run} /> : null}
        {run && !isUnderWay ? <Ended run={run} /> : null}
        <FormError error={ask.error} />
        <Actions connection={connection} pending={ask.isPending} onAsk={(asked) => ask.mutate(asked)} />
      </Stack>
    </Panel>
  );
}

function requested(id: string, run: SyncRun | null, asked: Asked): Promise<SyncRun> {
  const params = { id };
  if (asked === 'cancel') return call(cancelConnectionSync, { params });
  if (asked === 'start') return call(startConnection, { params });
  if (asked === 'confirm') return call(confirmConnectionRun, { params: { id, run: run!.id } });
  return call(syncConnection, { params, body: { kind: asked } });
}

function Waiting({ run }: { readonly run: SyncRun }) {
  const missing = run.progress.filter((one) => one.missing !== null);
  if (run.waitingFor === 'start')
    return (
      <Text fz="sm" role="status">
        It has read what the portfolio rests on. Look over what it would do below, say what counts as a client
        and what billing periods mean, and start it.
      </Text>
    );
  return (
    <Stack gap={4} role="status">
      <Text fz="sm" fw={550}>
        Much less was there than before. Is it really gone?
      </Text>
      <ul>
        {missing.map(({ kind, missing: counts }) => (
          <li key={kind}>
            <Text fz="sm">
              {KINDS[kind]}: {formatWhole(counts!.records)} of {formatWhole(counts!.of)} were not seen
            </Text>
          </li>
        ))}
      </ul>
      <Text fz="sm" c="dimmed">
        A permission that was taken away looks the same. What is gone is deactivated, never deleted.
      </Text>
    </Stack>
  );
}

function Ended({ run }: { readonly run: SyncRun }) {
  return (
    <Text fz="sm">
      {run.endedAt ? `${formatMoment(run.endedAt)}: ` : ''}
      {run.message ?? changesInWords(run)}
    </Text>
  );
}

interface ActionsProps {
  readonly connection: Connection;
  readonly pending: boolean;
  readonly onAsk: (asked: Asked) => void;
}

function Actions({ connection: { state, run }, pending, onAsk }: ActionsProps) {
  const [confirming, setConfirming] = useState(false);
  if (run && isOpen(run))
    return (
      <Group gap="xs">
        {run.waitingFor === 'start' ? (
          <Button onClick={() => onAsk('start')} loading={pending}>
            Start
          </Button>
        ) : null}
        {run.waitingFor === 'deletions' ? (
          <Button onClick={() => setConfirming(true)} disabled={pending}>
            It is really gone
          </Button>
        ) : null}
        <Button variant="default" onClick={() => onAsk('cancel')} disabled={pending || run.cancelAsked}>
          Cancel the sync
        </Button>
        {confirming ? (
          <ConfirmModal
            title="Take what was not seen as gone?"
            action="Deactivate it"
            danger
            pending={pending}
            error={null}
            onConfirm={() => {
              setConfirming(false);
              onAsk('confirm');
            }}
            onClose={() => setConfirming(false)}
          >
            Companies are offboarded, contacts and contracts made inactive. What comes back is brought back.
          </ConfirmModal>
        ) : null}
      </Group>
    );
  if (state === 'setting up')
    return (
      <Group>
        <Button onClick={() => onAsk('first')} loading={pending}>
          {run ? 'Read it again' : 'Read what it holds'}
        </Button>
      </Group>
    );
  return (
    <Group gap="xs">
      <Button onClick={() => onAsk('incremental')} loading={pending}>
        Sync now
      </Button>
      <Button variant="default" onClick={() => onAsk('full')} disabled={pending}>
        Read everything again
      </Button>
    </Group>
  );
}
