import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { createConnectionHook, deleteConnectionHook } from '../../contract/connection-hooks.ts';
import type { Connection } from '../../contract/connections.ts';
import { call } from '../api/call.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { FormError } from '../ui/FormError.tsx';
import { Panel } from '../ui/Panel.tsx';
import { connectorsQuery, useConnectionsChanged } from './queries.ts';

/** An address that the system calls when something changes, so that it shows within seconds. */
export function HookPanel({ connection }: { readonly connection: Connection }) {
  const { id, vendor, vendorName, hasHook } = connection;
  const connectors = useQuery(connectorsQuery);
  const changed = useConnectionsChanged();
  const make = useMutation({
    mutationFn: () => call(createConnectionHook, { params: { id } }),
    onSuccess: changed,
  });
  const end = useMutation({
    mutationFn: () => call(deleteConnectionHook, { params: { id } }),
    onSuccess: async () => {
      make.reset();
      await changed();
    },
  });
  if (!connectors.data?.find((one) => one.vendor === vendor)?.callsBack) return null;
  return (
    <Panel title="Changes within seconds">
      <Stack gap="sm">
        <Text fz="sm">
          {hasHook
            ? `${vendorName} has an address to call when something changes; what may have changed is then read at once.`
            : `Where ${vendorName} can reach this server, it can say when something changes, instead of being asked every few minutes.`}
        </Text>
        {make.data ? (
          <>
            <CopyLine label="Address" value={make.data.address}>
              It is shown only this once.
            </CopyLine>
            <CopyLine label="Secret to sign with" value={make.data.secret}>
              Where {vendorName} asks for one. It is shown only this once.
            </CopyLine>
            <List type="ordered" fz="sm">
              {make.data.instructions.map((step) => (
                <List.Item key={step}>{step}</List.Item>
              ))}
            </List>
          </>
        ) : null}
        <FormError error={make.error ?? end.error} />
        <Group gap="xs">
          <Button variant="default" onClick={() => make.mutate()} loading={make.isPending}>
            {hasHook ? 'Make another address' : 'Make an address'}
          </Button>
          {hasHook ? (
            <Button variant="default" onClick={() => end.mutate()} loading={end.isPending}>
              End it
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Panel>
  );
}
