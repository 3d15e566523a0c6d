import { Badge, Button, Skeleton, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import UserPlus from 'lucide-react/icons/user-plus';
import { useState } from 'react';
import { listUsers, type User } from '../../contract/users.ts';
import { call } from '../api/call.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import panel from '../ui/Panel.module.css';
import { AddUserModal } from './AddUserModal.tsx';
import { InvitationModal } from './InvitationModal.tsx';
import { usersKey } from './users-key.ts';

/** The people of the workspace; adding one, and making the link with which one chooses a password. */
export function UsersPage() {
  const users = useQuery({ queryKey: usersKey, queryFn: () => call(listUsers, {}) });
  const [adding, { open: add, close: endAdding }] = useDisclosure(false);
  const [inviting, setInviting] = useState<User | null>(null);
  if (users.error) return <LoadFailed error={users.error} onRetry={() => void users.refetch()} />;
  return (
    <>
      <PageHeader title="Users" note="Who can sign in, and what they may do">
        <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={add}>
          Add user
        </Button>
      </PageHeader>
      <div className={panel.panel}>
        {users.data ? <UserTable users={users.data.items} onInvite={setInviting} /> : <Skeleton h={200} />}
      </div>
      <AddUserModal
        opened={adding}
        onClose={endAdding}
        onAdded={(user) => {
          endAdding();
          setInviting(user);
        }}
      />
      {inviting ? <InvitationModal user={inviting} onClose={() => setInviting(null)} /> : null}
    </>
  );
}

interface UserTableProps {
  readonly users: readonly User[];
  readonly onInvite: (user: User) => void;
}

function UserTable({ users, onInvite }: UserTableProps) {
  return (
    <Table.ScrollContainer
      minWidth={640}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Users' } }}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>E-mail</Table.Th>
            <Table.Th>Role</Table.Th>
            <Table.Th>Account manager</Table.Th>
            <Table.Th>
              <span className="qd-figures">Sign-in</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {users.map((user) => (
            <Table.Tr key={user.id}>
              <Table.Td fw={550}>{user.name}</Table.Td>
              <Table.Td>{user.email}</Table.Td>
              <Table.Td>
                <Badge color="gray">{user.role}</Badge>
              </Table.Td>
              <Table.Td>{duties(user)}</Table.Td>
              <Table.Td>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => onInvite(user)}
                  aria-label={`${user.canSignIn ? 'New password link for' : 'Invite'} ${user.name}`}
                >
                  {user.canSignIn ? 'New password link' : 'Invite'}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function duties({ accountManager, isManager }: User): string {
  return [accountManager ? 'yes' : '', isManager ? 'is a manager' : ''].filter(Boolean).join(', ') || '–';
}
