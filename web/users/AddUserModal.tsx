import { Select, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { addUser, type User } from '../../contract/users.ts';
import { Email, Line } from '../../contract/values.ts';
import { ALL_COMPANIES, type Role } from '../../domain/access/grants.ts';
import { call } from '../api/call.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { AccessPreviewPanel } from '../permissions/AccessPreviewPanel.tsx';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { fieldRules } from '../ui/form-rules.ts';
import { AccountGroupsSelect, SecurityGroupsSelect } from './GroupSelects.tsx';
import { ROLE_CHOICES } from './roles.ts';

interface AddUserModalProps {
  readonly onClose: () => void;
  readonly onAdded: (user: User) => void;
}

/** The dialog in which a user is added: by role and groups they see what they are to see. */
export function AddUserModal({ onClose, onAdded }: AddUserModalProps) {
  const usersChanged = useSettingsChanged();
  const form = useForm({
    initialValues: {
      name: '',
      email: '',
      role: 'member' as Role,
      securityGroups: [ALL_COMPANIES],
      accountGroups: [ALL_COMPANIES],
    },
    validate: schemaResolver(
      fieldRules({
        name: [Line, 'Give the name'],
        email: [Email, 'Give an e-mail address such as dana@example.com'],
      }),
      { sync: true },
    ),
  });
  const add = useMutation({
    mutationFn: (user: typeof form.values) => call(addUser, { body: user }),
    onSuccess: async (user) => {
      await usersChanged();
      onAdded(user);
    },
  });
  const { name, role, securityGroups, accountGroups } = form.values;
  return (
    <EditModal
      title="Add user"
      onClose={onClose}
      onSubmit={form.onSubmit((values) => add.mutate(values))}
      pending={add.isPending}
      error={add.error}
      dirty={form.isDirty()}
      action="Add and make the invitation link"
      foot={
        <AccessPreviewPanel
          proposed={{
            kind: 'newUser',
            name: name.trim() || 'The new user',
            role,
            securityGroups,
            accountGroups,
          }}
        />
      }
    >
      <TextInput label="Name" data-autofocus {...form.getInputProps('name')} />
      <TextInput label="E-mail" type="email" {...form.getInputProps('email')} />
      <Select label="Role" data={ROLE_CHOICES} allowDeselect={false} {...form.getInputProps('role')} />
      <SecurityGroupsSelect {...form.getInputProps('securityGroups')} />
      <AccountGroupsSelect {...form.getInputProps('accountGroups')} />
    </EditModal>
  );
}
