import { Anchor, Badge, Button, Group, Skeleton, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import UserMinus from 'lucide-react/icons/user-minus';
import { useState } from 'react';
import { type AccountManager, removeAccountManager } from '../../contract/account-managers.ts';
import { call } from '../api/call.ts';
import { NameList } from '../permissions/NameList.tsx';
import { PermissionsHeader } from '../permissions/PermissionsHeader.tsx';
import classes from '../permissions/permissions.module.css';
import { accountManagersQuery } from '../permissions/queries.ts';
import { SettingsTable } from '../permissions/SettingsTable.tsx';
import { TakeAwayModal } from '../permissions/TakeAwayModal.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import panel from '../ui/Panel.module.css';
import { AccountManagerModal } from './AccountManagerModal.tsx';

type Open = { readonly edit: AccountManager | null } | { readonly remove: AccountManager };

/** The account managers: what they look after, and whether they are managers. */
export function AccountManagersPage() {
  const managers = useQuery(accountManagersQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  if (managers.error) return <LoadFailed error={managers.error} onRetry={() => void managers.refetch()} />;
  const items = managers.data?.items ?? [];
  return (
    <>
      <PermissionsHeader
        title="Account Managers"
        note="Users who look after account groups and companies of their own"
      >
        <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setOpen({ edit: null })}>
          Add New Account Manager
        </Button>
      </PermissionsHeader>
      <div className={panel.panel}>
        {managers.data && items.length === 0 ? (
          <EmptyNote title="No account managers yet">
            Choose one from the users, and say which companies and account groups they look after.
          </EmptyNote>
        ) : managers.data ? (
          <SettingsTable
            label="Account managers"
            headers={['Name', 'Companies of their own', 'Account groups', 'Is a manager', 'Remove']}
          >
            {items.map((manager) => (
              <Row key={manager.id} manager={manager} onOpen={setOpen} />
            ))}
          </SettingsTable>
        ) : (
          <Skeleton h={200} />
        )}
      </div>
      {open && 'edit' in open ? (
        <AccountManagerModal manager={open.edit} managers={items} onClose={close} />
      ) : null}
      {open && 'remove' in open ? <RemoveManager manager={open.remove} onClose={close} /> : null}
    </>
  );
}

function Row({
  manager,
  onOpen,
}: {
  readonly manager: AccountManager;
  readonly onOpen: (open: Open) => void;
}) {
  return (
    <Table.Tr>
      <Table.Td miw={160}>
        <Group gap={6}>
          <Anchor
            component="button"
            type="button"
            fz="sm"
            fw={550}
            className={classes.name ?? ''}
            onClick={() => onOpen({ edit: manager })}
          >
            {manager.name}
          </Anchor>
          {manager.active ? null : <Badge color="gray">deactivated</Badge>}
        </Group>
      </Table.Td>
      <Table.Td className="qd-figures">{manager.companies.length || 'none'}</Table.Td>
      <Table.Td>
        <NameList things={manager.accountGroups} none="none" />
      </Table.Td>
      <Table.Td>{manager.isManager ? 'yes' : 'no'}</Table.Td>
      <Table.Td>
        <IconButton
          icon={UserMinus}
          label={`Remove ${manager.name}`}
          onClick={() => onOpen({ remove: manager })}
        />
      </Table.Td>
    </Table.Tr>
  );
}

function RemoveManager({
  manager,
  onClose,
}: {
  readonly manager: AccountManager;
  readonly onClose: () => void;
}) {
  return (
    <TakeAwayModal
      title={`Remove ${manager.name} from the account managers?`}
      action="Remove"
      proposed={{ kind: 'accountManager', id: manager.id, change: null }}
      takeAway={() => call(removeAccountManager, { params: { id: manager.id }, ifMatch: manager.etag })}
      onClose={onClose}
    >
      {manager.name} stays a user and a member of account groups. The companies assigned to them, the groups
      that they manage and the flag “is a manager” are taken off them.
    </TakeAwayModal>
  );
}
