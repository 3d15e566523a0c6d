import { Checkbox, MultiSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import {
  type AccountManager,
  type AccountManagerChange,
  addAccountManager,
  updateAccountManager,
} from '../../contract/account-managers.ts';
import { call } from '../api/call.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { flag } from '../editing/field-kinds.ts';
import { type Fields, useEditForm } from '../editing/use-edit-form.ts';
import { AccessPreviewPanel } from '../permissions/AccessPreviewPanel.tsx';
import { companiesField, idsOf, inOrder, named } from '../permissions/field-words.ts';
import { accountGroupsQuery, useCompanyChoices, useUserChoices } from '../permissions/queries.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { CheckList } from '../ui/CheckList.tsx';

interface AccountManagerModalProps {
  /** Null: somebody of the user list becomes one. */
  readonly manager: AccountManager | null;
  /** Those who are account managers already. */
  readonly managers: readonly AccountManager[];
  readonly onClose: () => void;
}

type ManagerValues = {
  readonly isManager: boolean;
  readonly companies: readonly string[];
  readonly accountGroups: readonly string[];
};
const NEW_MANAGER: ManagerValues = { isManager: false, companies: [], accountGroups: [] };
const valuesOf = (manager: AccountManager): ManagerValues => ({
  isManager: manager.isManager,
  companies: inOrder(manager.companies),
  accountGroups: idsOf(manager.accountGroups),
});

/** The dialog in which a user becomes an account manager, or in which is said what one looks after. */
export function AccountManagerModal({ manager, managers, onClose }: AccountManagerModalProps) {
  const managersChanged = useSettingsChanged();
  const companies = useCompanyChoices();
  const groups = (useQuery(accountGroupsQuery).data?.items ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  const others = useUserChoices().filter(({ value }) => !managers.some(({ id }) => id === value));
  const [user, setUser] = useState<string | null>(manager?.id ?? null);
  const [missing, setMissing] = useState(false);
  const fields: Fields<ManagerValues> = {
    isManager: flag({ label: 'User is a manager', rule: z.boolean(), message: '' }),
    companies: companiesField(companies),
    accountGroups: named('Account groups', groups),
  };
  const { form, clash, decide, ...edit } = useEditForm<ManagerValues, AccountManager>({
    fields,
    values: manager ? valuesOf(manager) : NEW_MANAGER,
    etag: manager?.etag,
    valuesOf,
    save: (changed, etag) =>
      manager
        ? call(updateAccountManager, {
            params: { id: manager.id },
            body: bodyOf(changed),
            ...(etag === undefined ? {} : { ifMatch: etag }),
          })
        : call(addAccountManager, { body: { user: user ?? '', ...bodyOf(changed) } }),
    onSaved: () => {
      void managersChanged();
      onClose();
    },
  });
  return (
    <EditModal
      title={manager ? `Edit ${manager.name}` : 'Add Account Manager'}
      onClose={onClose}
      onSubmit={(event) => {
        setMissing(user === null);
        if (user === null) event.preventDefault();
        else edit.submit(event);
      }}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      size="xl"
      foot={
        <AccessPreviewPanel
          proposed={
            user !== null && edit.dirty
              ? { kind: 'accountManager', id: user, change: bodyOf(edit.changed) }
              : null
          }
        />
      }
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      {manager ? null : (
        <Select
          label="User"
          data={others}
          searchable
          required
          data-autofocus
          placeholder="Choose a user"
          nothingFoundMessage="Nobody else of that name: add them on the page Users first"
          value={user}
          onChange={setUser}
          error={missing && user === null ? 'Choose who is to be an account manager' : null}
        />
      )}
      <Checkbox
        label={fields.isManager.label}
        description="Reaches every company, as far as their security groups allow it"
        {...form.getInputProps('isManager', { type: 'checkbox' })}
      />
      <MultiSelect
        label="Account groups"
        description="That they manage"
        data={groups}
        searchable
        clearable
        nothingFoundMessage="No account group has that name"
        {...form.getInputProps('accountGroups')}
      />
      <CheckList
        label="Companies assigned directly"
        things="companies"
        items={companies}
        value={form.values.companies as string[]}
        onChange={(ids) => form.setFieldValue('companies', ids)}
      />
    </EditModal>
  );
}

/** A change as it is sent. */
function bodyOf({ isManager, companies, accountGroups }: Partial<ManagerValues>): AccountManagerChange {
  return {
    ...(isManager === undefined ? {} : { isManager }),
    ...(companies ? { companies: [...companies] } : {}),
    ...(accountGroups ? { accountGroups: [...accountGroups] } : {}),
  };
}
