import { MultiSelect, Switch, Textarea, TextInput } from '@mantine/core';
import {
  type AccountGroup,
  type AccountGroupChange,
  createAccountGroup,
  updateAccountGroup,
} from '../../contract/account-groups.ts';
import { call } from '../api/call.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { useEditForm } from '../editing/use-edit-form.ts';
import { AccessPreviewPanel } from '../permissions/AccessPreviewPanel.tsx';
import { useCompanyChoices, useUserChoices } from '../permissions/queries.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { CheckList } from '../ui/CheckList.tsx';
import {
  type AccountGroupValues,
  accountGroupFields,
  accountGroupValues,
  NEW_ACCOUNT_GROUP,
} from './account-group-fields.ts';

interface AccountGroupModalProps {
  /** Null: a new one. */
  readonly group: AccountGroup | null;
  readonly onClose: () => void;
}

/** The dialog with every field of an account group; of the built-in one only its people can be changed. */
export function AccountGroupModal({ group, onClose }: AccountGroupModalProps) {
  const groupsChanged = useSettingsChanged();
  const [companies, users] = [useCompanyChoices(), useUserChoices()];
  const fields = accountGroupFields(companies, users);
  const { form, clash, decide, ...edit } = useEditForm<AccountGroupValues, AccountGroup>({
    fields,
    values: group ? accountGroupValues(group) : NEW_ACCOUNT_GROUP,
    etag: group?.etag,
    valuesOf: accountGroupValues,
    save: (changed, etag) =>
      group
        ? call(updateAccountGroup, {
            params: { id: group.id },
            body: bodyOf(changed),
            ...(etag === undefined ? {} : { ifMatch: etag }),
          })
        : call(createAccountGroup, { body: { ...bodyOf(changed), name: changed.name ?? '' } }),
    onSaved: () => {
      void groupsChanged();
      onClose();
    },
  });
  const input = (name: keyof AccountGroupValues) => ({
    label: fields[name].label,
    ...form.getInputProps(name),
  });
  const builtIn = group?.builtIn ?? false;
  return (
    <EditModal
      title={group ? `Edit ${group.name}` : 'Add Account Group'}
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
              ? { kind: 'accountGroup', id: group?.id ?? null, change: grantsOf(edit.changed) }
              : null
          }
        />
      }
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      {builtIn ? null : (
        <>
          <TextInput {...input('name')} required data-autofocus dir="auto" />
          <Textarea {...input('description')} autosize minRows={1} maxRows={6} dir="auto" />
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
        {...input('accountManagers')}
        data={users}
        searchable
        clearable
        nothingFoundMessage="No user has that name"
        description="Look after the group’s companies"
      />
      <MultiSelect
        {...input('members')}
        data={users}
        searchable
        clearable
        nothingFoundMessage="No user has that name"
        description="See the group’s companies, as far as their security groups allow it"
      />
    </EditModal>
  );
}

/** A change as it is sent. */
function bodyOf({ name, description, ...grants }: Partial<AccountGroupValues>): AccountGroupChange {
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...grantsOf(grants),
  };
}

/** The part of it that decides who sees what. */
function grantsOf({ allCompanies, companies, accountManagers, members }: Partial<AccountGroupValues>) {
  return {
    ...(allCompanies === undefined ? {} : { allCompanies }),
    ...(companies ? { companies: [...companies] } : {}),
    ...(accountManagers ? { accountManagers: [...accountManagers] } : {}),
    ...(members ? { members: [...members] } : {}),
  };
}
