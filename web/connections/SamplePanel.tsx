import { Button, Code, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Connection, getConnectionSample } from '../../contract/connections.ts';
import type { RecordKind } from '../../domain/sync/records.ts';
import { call } from '../api/call.ts';
import { FormError } from '../ui/FormError.tsx';
import { Panel } from '../ui/Panel.tsx';
import { connectorsQuery } from './queries.ts';
import { KINDS } from './run-words.ts';

/** One record as the system sends it, masked: to see, or report, why something is not read as it should be. */
export function SamplePanel({ connection: { id, vendor } }: { readonly connection: Connection }) {
  const connectors = useQuery(connectorsQuery);
  const kinds = connectors.data?.find((one) => one.vendor === vendor)?.kinds ?? [];
  const [chosen, setChosen] = useState<RecordKind | null>(null);
  const kind = chosen ?? kinds[0] ?? null;
  const look = useMutation({
    mutationFn: (wanted: RecordKind) => call(getConnectionSample, { params: { id, kind: wanted } }),
  });
  return (
    <Panel title="Diagnostics">
      <Stack gap="sm">
        <Text fz="sm" c="dimmed">
          One record as the system sends it. Names, addresses, secrets and free text are masked, so that it
          can be passed on.
        </Text>
        <Group gap="xs" align="flex-end">
          <Select
            label="Kind"
            allowDeselect={false}
            data={kinds.map((one) => ({ value: one, label: KINDS[one] }))}
            value={kind}
            onChange={setChosen}
            w={200}
          />
          <Button
            variant="default"
            disabled={kind === null}
            loading={look.isPending}
            onClick={() => kind && look.mutate(kind)}
          >
            Show one
          </Button>
        </Group>
        <FormError error={look.error} />
        {look.data?.record === null ? <Text fz="sm">There is none.</Text> : null}
        {look.data && look.data.record !== null ? (
          <Code block tabIndex={0} aria-label="The record" mah={420}>
            {JSON.stringify(look.data.record, null, 2)}
          </Code>
        ) : null}
      </Stack>
    </Panel>
  );
}
