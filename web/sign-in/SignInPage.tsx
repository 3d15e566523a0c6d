import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { signIn } from '../../contract/sign-in.ts';
import { call } from '../api/call.ts';
import { isRefusal } from '../api/query-client.ts';
import { EntryPage } from '../ui/EntryPage.tsx';
import { FormError } from '../ui/FormError.tsx';
import { FormPanel } from '../ui/FormPanel.tsx';
import { nextPage } from './next-page.ts';
import { useEnter } from './use-enter.ts';

export function SignInPage() {
  const enterPage = useEnter();
  const next = nextPage(useSearch({ from: '/sign-in' }).next?.[0]);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() ? null : 'Give your e-mail address'),
      password: (value) => (value ? null : 'Give your password'),
    },
  });
  const enter = useMutation({
    mutationFn: ({ email, password }: typeof form.values) =>
      call(signIn, { body: { email: email.trim(), password } }),
    onSuccess: () => enterPage(next),
  });
  return (
    <EntryPage title="Sign in" note="to Quarterdeck">
      <FormPanel onSubmit={form.onSubmit((values) => enter.mutate(values))}>
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          autoFocus
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <FormError error={wordsFor(enter.error)} />
        <Button type="submit" loading={enter.isPending} mt={4}>
          Sign in
        </Button>
      </FormPanel>
    </EntryPage>
  );
}

function wordsFor(error: unknown): unknown {
  return isRefusal(error, 'unauthenticated') ? 'The e-mail or the password is not right.' : error;
}
