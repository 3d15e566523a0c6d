import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Connection, deleteConnection, testConnection } from '../../contract/connections.ts';
import { call } from '../api/call.ts';
import { DeleteModal } from '../editing/DeleteModal.tsx';
import { paths } from '../paths.ts';
import { FormError } from '../ui/FormError.tsx';
import { Panel } from '../ui/Panel.tsx';
import { EditCredentials } from './EditCredentials.tsx';
import { PermissionReport } from './PermissionReport.tsx';
import { useConnectionsChanged } from './queries.ts';

/** The credentials of a connection, what they may read, and ending it. */
export function AccessPanel({ connection }: { readonly connection: Connection }) {
  const { id, vendorName, credentials, secrets, allowPrivate } = connection;
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null);
  const test = useMutation({ mutationFn: () => call(testConnection, { params: { id } }) });
  return (
    <Panel title="Access">
      <Stack gap="sm">
        <Text fz="sm">
          {Object.values(credentials).join(' · ')}
          {secrets.length > 0 ? ' · secrets are kept sealed' : ''}
          {allowPrivate ? ' · in our own network' : ''}
        </Text>
        <FormError error={test.error} />
        {test.data ? <PermissionReport permissions={test.data.permissions} /> : null}
        {test.data?.permissions.every(({ allowed }) => allowed) ? (
          <Alert color="teal" role="status" p="sm">
            {vendorName} lets these credentials read all that is needed.
          </Alert>
        ) : null}
        <Group gap="xs">
          <Button variant="default" onClick={() => test.mutate()} loading={test.isPending}>
            Test connection
          </Button>
          <Button variant="default" onClick={() => setDoing('edit')}>
            Change credentials
          </Button>
          <Button variant="default" onClick={() => setDoing('delete')}>
            Delete
          </Button>
        </Group>
      </Stack>
      {doing === 'edit' ? <EditCredentials connection={connection} onClose={() => setDoing(null)} /> : null}
      {doing === 'delete' ? <Delete connection={connection} onClose={() => setDoing(null)} /> : null}
    </Panel>
  );
}

interface DeleteProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

function Delete({ connection: { id, name, etag }, onClose }: DeleteProps) {
  const changed = useConnectionsChanged();
  const navigate = useNavigate();
  return (
    <DeleteModal
      title={`Delete ${name}?`}
      etag={etag}
      onDelete={async (ifMatch) => {
        await call(deleteConnection, { params: { id }, ifMatch });
        await navigate(paths.connections());
      }}
      changed={changed}
      onClose={onClose}
    >
      Its credentials and what was read are forgotten. Companies, contacts and contracts that came from it
      stay, as if they had been entered by hand.
    </DeleteModal>
  );
}
