import { MultiSelect, Switch, TextInput } from '@mantine/core';
import {
  createSecurityGroup,
  type SecurityGroup,
  type SecurityGroupChange,
  updateSecurityGroup,
} from '../../contract/security-groups.ts';
import { call } from '../api/call.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { useEditForm } from '../editing/use-edit-form.ts';
import { AccessPreviewPanel } from '../permissions/AccessPreviewPanel.tsx';
import { useCompanyChoices, useUserChoices } from '../permissions/queries.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { CheckList } from '../ui/CheckList.tsx';
import {
  NEW_SECURITY_GROUP,
  type SecurityGroupValues,
  securityGroupFields,
  securityGroupValues,
} from './security-group-fields.ts';

interface SecurityGroupModalProps {
  /** Null: a new one. */
  readonly group: SecurityGroup | null;
  readonly onClose: () => void;
}

/** The dialog with every field of a security group; of the built-in one only its users can be changed. */
export function SecurityGroupModal({ group, onClose }: SecurityGroupModalProps) {
  const groupsChanged = useSettingsChanged();
  const [companies, users] = [useCompanyChoices(), useUserChoices()];
  const fields = securityGroupFields(companies, users);
  const { form, clash, decide, ...edit } = useEditForm<SecurityGroupValues, SecurityGroup>({
    fields,
    values: group ? securityGroupValues(group) : NEW_SECURITY_GROUP,
    etag: group?.etag,
    valuesOf: securityGroupValues,
    save: ({ name, ...grants }, etag) =>
      group
        ? call(updateSecurityGroup, {
            params: { id: group.id },
            body: { ...(name === undefined ? {} : { name }), ...grantsOf(grants) },
            ...(etag === undefined ? {} : { ifMatch: etag }),
          })
        : call(createSecurityGroup, { body: { ...grantsOf(grants), name: name ?? '' } }),
    onSaved: () => {
      void groupsChanged();
      onClose();
    },
  });
  const input = (name: keyof SecurityGroupValues) => ({
    label: fields[name].label,
    ...form.getInputProps(name),
  });
  const builtIn = group?.builtIn ?? false;
  return (
    <EditModal
      title={group ? `Edit ${group.name}` : 'Add Security Group'}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      size="xl"
      foot={
        <AccessPreviewPanel
          proposed={
            edit.dirty
              ? { kind: 'securityGroup', id: group?.id ?? null, change: grantsOf(edit.changed) }
              : null
          }
        />
      }
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      {builtIn ? null : (
        <>
          <TextInput {...input('name')} required data-autofocus dir="auto" />
          <Switch
            {...input('allCompanies')}
            {...form.getInputProps('allCompanies', { type: 'checkbox' })}
            description="Those of now and of later; off: the ones ticked here"
          />
        </>
      )}
      {builtIn || form.values.allCompanies ? null : (
        <CheckList
          label="Companies"
          things="companies"
          items={companies}
          value={form.values.companies as string[]}
          onChange={(ids) => form.setFieldValue('companies', ids)}
        />
      )}
      <MultiSelect
        {...input('users')}
        data={users}
        searchable
        clearable
        nothingFoundMessage="No user has that name"
        description="May see these companies, and those of their other security groups, but no others"
      />
    </EditModal>
  );
}

/** The part of a change that decides who sees what. */
function grantsOf({ allCompanies, companies, users }: Partial<SecurityGroupValues>): SecurityGroupChange {
  return {
    ...(allCompanies === undefined ? {} : { allCompanies }),
    ...(companies ? { companies: [...companies] } : {}),
    ...(users ? { users: [...users] } : {}),
  };
}
