import { Anchor, Badge, Button, Group, Skeleton, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import UserPlus from 'lucide-react/icons/user-plus';
import { useState } from 'react';
import type { User } from '../../contract/users.ts';
import { NameList } from '../permissions/NameList.tsx';
import { PermissionsHeader } from '../permissions/PermissionsHeader.tsx';
import classes from '../permissions/permissions.module.css';
import { usersQuery } from '../permissions/queries.ts';
import { SettingsTable } from '../permissions/SettingsTable.tsx';
import { formatMoment } from '../ui/days.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import panel from '../ui/Panel.module.css';
import { ActivationModal } from './ActivationModal.tsx';
import { AddUserModal } from './AddUserModal.tsx';
import { EditUserModal } from './EditUserModal.tsx';
import { InvitationModal } from './InvitationModal.tsx';
import { SessionsModal } from './SessionsModal.tsx';
import { type UserAction, UserActions } from './UserActions.tsx';
import { ViewAsModal } from './ViewAsModal.tsx';

type Open = 'add' | { readonly action: UserAction; readonly user: User };

/** The people of the workspace: what they may do, which groups they are in, and whether they can sign in. */
export function UsersPage() {
  const users = useQuery(usersQuery);
  const [open, setOpen] = useState<Open | null>(null);
  if (users.error) return <LoadFailed error={users.error} onRetry={() => void users.refetch()} />;
  return (
    <>
      <PermissionsHeader title="Users" note="Who can sign in, what they may do, and what they see">
        <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={() => setOpen('add')}>
          Add user
        </Button>
      </PermissionsHeader>
      <div className={panel.panel}>
        {users.data ? (
          <SettingsTable
            label="Users"
            headers={['Name', 'Role', 'Security groups', 'Account groups', 'Sign-in', 'Actions']}
          >
            {users.data.items.map((user) => (
              <Row key={user.id} user={user} onOpen={(action) => setOpen({ action, user })} />
            ))}
          </SettingsTable>
        ) : (
          <Skeleton h={200} />
        )}
      </div>
      <Dialog open={open} onOpen={setOpen} />
    </>
  );
}

function Dialog({
  open,
  onOpen,
}: {
  readonly open: Open | null;
  readonly onOpen: (open: Open | null) => void;
}) {
  const queryClient = useQueryClient();
  const onClose = () => {
    onOpen(null);
    // a link that was made, or sessions that ended, stand in the list
    void queryClient.invalidateQueries({ queryKey: usersQuery.queryKey });
  };
  if (open === null) return null;
  if (open === 'add')
    return <AddUserModal onClose={onClose} onAdded={(user) => onOpen({ action: 'invite', user })} />;
  const props = { user: open.user, onClose };
  switch (open.action) {
    case 'edit':
      return <EditUserModal {...props} />;
    case 'invite':
      return <InvitationModal {...props} />;
    case 'sessions':
      return <SessionsModal {...props} />;
    case 'activation':
      return <ActivationModal {...props} />;
    case 'view':
      return <ViewAsModal {...props} />;
  }
}

interface RowProps {
  readonly user: User;
  readonly onOpen: (action: UserAction) => void;
}

function Row({ user, onOpen }: RowProps) {
  return (
    <Table.Tr>
      <Table.Td miw={180}>
        <Group gap={6}>
          <Anchor
            component="button"
            type="button"
            fz="sm"
            fw={550}
            className={classes.name ?? ''}
            onClick={() => onOpen('edit')}
          >
            {user.name}
          </Anchor>
          {user.active ? null : <Badge color="gray">deactivated</Badge>}
        </Group>
        <Text fz="xs" c="dimmed" className={classes.name ?? ''}>
          {user.email}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge color="gray">{user.role}</Badge>
      </Table.Td>
      <Table.Td>
        <NameList things={user.securityGroups} none="none: sees nothing" />
      </Table.Td>
      <Table.Td>
        <NameList things={user.accountGroups} none="none" />
      </Table.Td>
      <Table.Td>{signInOf(user)}</Table.Td>
      <Table.Td>
        <UserActions user={user} onChoose={onOpen} />
      </Table.Td>
    </Table.Tr>
  );
}

function signInOf({ active, canSignIn, invitedUntil }: User): string {
  if (!active) return 'not any more';
  if (canSignIn) return invitedUntil ? `yes; a password link until ${formatMoment(invitedUntil)}` : 'yes';
  return invitedUntil ? `invited until ${formatMoment(invitedUntil)}` : 'not invited yet';
}
