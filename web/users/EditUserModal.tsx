import { Select, TextInput } from '@mantine/core';
import { z } from 'zod';
import { type User, type UserChange, updateUser } from '../../contract/users.ts';
import { Email, Line } from '../../contract/values.ts';
import { ROLES, type Role } from '../../domain/access/grants.ts';
import { call } from '../api/call.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { oneOf, requiredText } from '../editing/field-kinds.ts';
import { type Fields, useEditForm } from '../editing/use-edit-form.ts';
import { AccessPreviewPanel } from '../permissions/AccessPreviewPanel.tsx';
import { idsOf, named } from '../permissions/field-words.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import {
  AccountGroupsSelect,
  SecurityGroupsSelect,
  useAccountGroupChoices,
  useSecurityGroupChoices,
} from './GroupSelects.tsx';
import { ROLE_CHOICES } from './roles.ts';

type UserValues = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly securityGroups: readonly string[];
  readonly accountGroups: readonly string[];
};
const valuesOf = ({ name, email, role, securityGroups, accountGroups }: User): UserValues => ({
  name,
  email,
  role,
  securityGroups: idsOf(securityGroups),
  accountGroups: idsOf(accountGroups),
});

/** The dialog with what a user is called, may do, and sees. */
export function EditUserModal({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const usersChanged = useSettingsChanged();
  const fields: Fields<UserValues> = {
    name: requiredText({ label: 'Name', rule: Line, message: 'Give the name' }),
    email: requiredText({
      label: 'E-mail',
      rule: Email,
      message: 'Give an e-mail address such as dana@example.com',
    }),
    role: oneOf<Role>({
      label: 'Role',
      rule: z.enum(ROLES),
      message: 'Choose a role',
      names: (role) => role,
    }),
    securityGroups: named('Security groups', useSecurityGroupChoices()),
    accountGroups: named('Account groups', useAccountGroupChoices()),
  };
  const { form, clash, decide, ...edit } = useEditForm<UserValues, User>({
    fields,
    values: valuesOf(user),
    etag: user.etag,
    valuesOf,
    save: (changed, etag) =>
      call(updateUser, {
        params: { id: user.id },
        body: bodyOf(changed),
        ...(etag === undefined ? {} : { ifMatch: etag }),
      }),
    onSaved: () => {
      void usersChanged();
      onClose();
    },
  });
  const { name: _, email: __, ...grants } = edit.changed;
  return (
    <EditModal
      title={`Edit ${user.name}`}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      foot={
        <AccessPreviewPanel
          proposed={
            Object.keys(grants).length > 0 ? { kind: 'user', id: user.id, change: bodyOf(grants) } : null
          }
        />
      }
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      <TextInput label={fields.name.label} required data-autofocus {...form.getInputProps('name')} />
      <TextInput label={fields.email.label} type="email" required {...form.getInputProps('email')} />
      <Select
        label={fields.role.label}
        data={ROLE_CHOICES}
        allowDeselect={false}
        {...form.getInputProps('role')}
      />
      <SecurityGroupsSelect {...form.getInputProps('securityGroups')} />
      <AccountGroupsSelect {...form.getInputProps('accountGroups')} />
    </EditModal>
  );
}

/** A change as it is sent. */
function bodyOf({ securityGroups, accountGroups, ...rest }: Partial<UserValues>): UserChange {
  return {
    ...rest,
    ...(securityGroups ? { securityGroups: [...securityGroups] } : {}),
    ...(accountGroups ? { accountGroups: [...accountGroups] } : {}),
  };
}
