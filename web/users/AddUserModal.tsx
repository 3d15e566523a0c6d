import { Button, Modal, Select, Stack, Switch, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { addUser, type User } from '../../contract/users.ts';
import { Email, Line } from '../../contract/values.ts';
import { ALL_COMPANIES, type Role } from '../../domain/access/grants.ts';
import { call } from '../api/call.ts';
import { FormError } from '../ui/FormError.tsx';
import { fieldRules } from '../ui/form-rules.ts';
import { usersKey } from './users-key.ts';

const ROLE_CHOICES: { value: Role; label: string }[] = [
  { value: 'admin', label: 'Admin: settings and users' },
  { value: 'member', label: 'Member: works on visible companies' },
  { value: 'viewer', label: 'Viewer: reads only' },
];

interface AddUserModalProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (user: User) => void;
}

export function AddUserModal({ opened, onClose, onAdded }: AddUserModalProps) {
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { name: '', email: '', role: 'member' as Role, seesAll: true },
    validate: schemaResolver(
      fieldRules({
        name: [Line, 'Give the name'],
        email: [Email, 'Give an e-mail address such as dana@example.com'],
      }),
      { sync: true },
    ),
  });
  const add = useMutation({
    mutationFn: ({ seesAll, ...user }: typeof form.values) => {
      const groups = seesAll ? [ALL_COMPANIES] : [];
      return call(addUser, { body: { ...user, securityGroups: groups, accountGroups: groups } });
    },
    onSuccess: async (user) => {
      await queryClient.invalidateQueries({ queryKey: usersKey });
      form.reset();
      onAdded(user);
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title="Add user">
      <form onSubmit={form.onSubmit((values) => add.mutate(values))} noValidate>
        <Stack gap="sm">
          <TextInput label="Name" data-autofocus {...form.getInputProps('name')} />
          <TextInput label="E-mail" type="email" {...form.getInputProps('email')} />
          <Select label="Role" data={ROLE_CHOICES} allowDeselect={false} {...form.getInputProps('role')} />
          <Switch
            label="Sees all companies"
            description="Off: sees none until an administrator puts the user into groups"
            {...form.getInputProps('seesAll', { type: 'checkbox' })}
          />
          <FormError error={add.error} />
          <Button type="submit" loading={add.isPending} mt={4}>
            Add and make the invitation link
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
