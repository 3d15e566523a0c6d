import { Anchor, Button, Skeleton, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { type AccountGroup, deleteAccountGroup } from '../../contract/account-groups.ts';
import { call } from '../api/call.ts';
import { NameList } from '../permissions/NameList.tsx';
import { PermissionsHeader } from '../permissions/PermissionsHeader.tsx';
import classes from '../permissions/permissions.module.css';
import { accountGroupsQuery } from '../permissions/queries.ts';
import { SettingsTable } from '../permissions/SettingsTable.tsx';
import { TakeAwayModal } from '../permissions/TakeAwayModal.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import panel from '../ui/Panel.module.css';
import { AccountGroupModal } from './AccountGroupModal.tsx';

type Open = { readonly edit: AccountGroup | null } | { readonly remove: AccountGroup };

/** The account groups with their companies and people. */
export function AccountGroupsPage() {
  const groups = useQuery(accountGroupsQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  if (groups.error) return <LoadFailed error={groups.error} onRetry={() => void groups.refetch()} />;
  return (
    <>
      <PermissionsHeader
        title="Account Groups"
        note="Which companies belong together, who looks after them, and who works with them"
      >
        <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setOpen({ edit: null })}>
          Add New Account Group
        </Button>
      </PermissionsHeader>
      <div className={panel.panel}>
        {groups.data ? (
          <SettingsTable
            label="Account groups"
            headers={['Group', 'Description', 'Companies', 'Account managers', 'Members', 'Delete']}
          >
            {groups.data.items.map((group) => (
              <Row key={group.id} group={group} onOpen={setOpen} />
            ))}
          </SettingsTable>
        ) : (
          <Skeleton h={200} />
        )}
      </div>
      {open && 'edit' in open ? <AccountGroupModal group={open.edit} onClose={close} /> : null}
      {open && 'remove' in open ? <RemoveGroup group={open.remove} onClose={close} /> : null}
    </>
  );
}

function Row({ group, onOpen }: { readonly group: AccountGroup; readonly onOpen: (open: Open) => void }) {
  return (
    <Table.Tr>
      <Table.Td miw={140}>
        <Anchor
          component="button"
          type="button"
          fz="sm"
          fw={550}
          className={classes.name ?? ''}
          onClick={() => onOpen({ edit: group })}
        >
          {group.name}
        </Anchor>
      </Table.Td>
      <Table.Td maw={240}>
        <Text fz="sm" lineClamp={2} className={classes.name ?? ''}>
          {group.description}
        </Text>
      </Table.Td>
      <Table.Td className="qd-figures">{group.allCompanies ? 'all' : group.companies.length}</Table.Td>
      <Table.Td>
        <NameList things={group.accountManagers} none="nobody" />
      </Table.Td>
      <Table.Td>
        <NameList things={group.members} none="nobody" />
      </Table.Td>
      <Table.Td>
        {group.builtIn ? null : (
          <IconButton
            icon={Trash2}
            label={`Delete ${group.name}`}
            onClick={() => onOpen({ remove: group })}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function RemoveGroup({ group, onClose }: { readonly group: AccountGroup; readonly onClose: () => void }) {
  return (
    <TakeAwayModal
      title={`Delete the account group ${group.name}?`}
      action="Delete"
      proposed={{ kind: 'accountGroup', id: group.id, change: null }}
      takeAway={() => call(deleteAccountGroup, { params: { id: group.id }, ifMatch: group.etag })}
      onClose={onClose}
    >
      The group goes; its companies and people stay. This cannot be undone.
    </TakeAwayModal>
  );
}
