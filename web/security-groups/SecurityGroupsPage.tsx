import { Anchor, Button, Skeleton, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { deleteSecurityGroup, type SecurityGroup } from '../../contract/security-groups.ts';
import { call } from '../api/call.ts';
import { NameList } from '../permissions/NameList.tsx';
import { PermissionsHeader } from '../permissions/PermissionsHeader.tsx';
import classes from '../permissions/permissions.module.css';
import { securityGroupsQuery } from '../permissions/queries.ts';
import { SettingsTable } from '../permissions/SettingsTable.tsx';
import { TakeAwayModal } from '../permissions/TakeAwayModal.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import panel from '../ui/Panel.module.css';
import { SecurityGroupModal } from './SecurityGroupModal.tsx';

type Open = { readonly edit: SecurityGroup | null } | { readonly remove: SecurityGroup };

/** The security groups: the most that their users may ever see. */
export function SecurityGroupsPage() {
  const groups = useQuery(securityGroupsQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  if (groups.error) return <LoadFailed error={groups.error} onRetry={() => void groups.refetch()} />;
  return (
    <>
      <PermissionsHeader
        title="Security Groups"
        note="The most that their users may ever see, whatever their account groups and role bring them"
      >
        <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setOpen({ edit: null })}>
          Add New Security Group
        </Button>
      </PermissionsHeader>
      <div className={panel.panel}>
        {groups.data ? (
          <SettingsTable label="Security groups" headers={['Group', 'Companies', 'Users', 'Delete']}>
            {groups.data.items.map((group) => (
              <Table.Tr key={group.id}>
                <Table.Td miw={140}>
                  <Anchor
                    component="button"
                    type="button"
                    fz="sm"
                    fw={550}
                    className={classes.name ?? ''}
                    onClick={() => setOpen({ edit: group })}
                  >
                    {group.name}
                  </Anchor>
                </Table.Td>
                <Table.Td className="qd-figures">
                  {group.allCompanies ? 'all' : group.companies.length}
                </Table.Td>
                <Table.Td>
                  <NameList things={group.users} none="nobody" />
                </Table.Td>
                <Table.Td>
                  {group.builtIn ? null : (
                    <IconButton
                      icon={Trash2}
                      label={`Delete ${group.name}`}
                      onClick={() => setOpen({ remove: group })}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </SettingsTable>
        ) : (
          <Skeleton h={200} />
        )}
      </div>
      {open && 'edit' in open ? <SecurityGroupModal group={open.edit} onClose={close} /> : null}
      {open && 'remove' in open ? <RemoveGroup group={open.remove} onClose={close} /> : null}
    </>
  );
}

function RemoveGroup({ group, onClose }: { readonly group: SecurityGroup; readonly onClose: () => void }) {
  return (
    <TakeAwayModal
      title={`Delete the security group ${group.name}?`}
      action="Delete"
      proposed={{ kind: 'securityGroup', id: group.id, change: null }}
      takeAway={() => call(deleteSecurityGroup, { params: { id: group.id }, ifMatch: group.etag })}
      onClose={onClose}
    >
      The group goes; its companies and users stay. Whoever is in no security group sees nothing. This cannot
      be undone.
    </TakeAwayModal>
  );
}
