import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changePassword } from '../../contract/sign-in.ts';
import { Password } from '../../contract/values.ts';
import { call } from '../api/call.ts';
import { FormError } from '../ui/FormError.tsx';
import { Panel } from '../ui/Panel.tsx';

export function PasswordPanel() {
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { current: '', next: '' },
    validate: {
      current: (value) => (value ? null : 'Give your current password'),
      next: (value) => (Password.safeParse(value).success ? null : 'At least 8 characters'),
    },
  });
  const change = useMutation({
    mutationFn: ({ current, next }: typeof form.values) =>
      call(changePassword, { body: { currentPassword: current, newPassword: next } }),
    onSuccess: async () => {
      form.reset();
      notifications.show({ message: 'Password changed. Every other session is signed out.' });
      await queryClient.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <Panel title="Password">
      <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
        <Stack gap="sm" maw={360}>
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            {...form.getInputProps('current')}
          />
          <PasswordInput
            label="New password"
            description="At least 8 characters. Other sessions are signed out."
            autoComplete="new-password"
            {...form.getInputProps('next')}
          />
          <FormError error={change.error} />
          <Button type="submit" variant="default" loading={change.isPending} style={{ alignSelf: 'start' }}>
            Change password
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
