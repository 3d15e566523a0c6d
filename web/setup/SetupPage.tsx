import { Button, PasswordInput, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { getSetup, postSetup } from '../../contract/setup.ts';
import { Email, Line, Password } from '../../contract/values.ts';
import { call } from '../api/call.ts';
import { useEnter } from '../sign-in/use-enter.ts';
import { EntryPage } from '../ui/EntryPage.tsx';
import { FormError } from '../ui/FormError.tsx';
import { FormPanel } from '../ui/FormPanel.tsx';
import { fieldRules } from '../ui/form-rules.ts';

/** The first visit to a new installation: names the workspace and makes its first administrator. */
export function SetupPage() {
  const enter = useEnter();
  const workspace =
    useQuery({ queryKey: ['setup'], queryFn: () => call(getSetup, {}) }).data?.workspace ?? null;
  const form = useForm({
    initialValues: { workspaceName: '', name: '', email: '', password: '' },
    validate: schemaResolver(
      fieldRules({
        workspaceName: [workspace === null ? Line : Line.or(z.literal('')), 'Give the workspace a name'],
        name: [Line, 'Give your name'],
        email: [Email, 'Give an e-mail address such as dana@example.com'],
        password: [Password, 'At least 8 characters'],
      }),
      { sync: true },
    ),
  });
  const create = useMutation({
    mutationFn: ({ workspaceName, ...admin }: typeof form.values) =>
      call(postSetup, { body: workspace === null ? { workspaceName, ...admin } : admin }),
    onSuccess: () => enter('/'),
  });
  return (
    <EntryPage
      title="Set up Quarterdeck"
      note={
        workspace === null
          ? 'Name your workspace and make its first administrator. You invite colleagues later.'
          : `The workspace “${workspace}” has no one yet who can sign in. Make its administrator.`
      }
    >
      <FormPanel onSubmit={form.onSubmit((values) => create.mutate(values))}>
        {workspace === null ? (
          <TextInput
            label="Workspace"
            description="Your company, the managed service provider"
            autoFocus
            {...form.getInputProps('workspaceName')}
          />
        ) : null}
        <TextInput label="Your name" autoComplete="name" {...form.getInputProps('name')} />
        <TextInput label="E-mail" type="email" autoComplete="username" {...form.getInputProps('email')} />
        <PasswordInput
          label="Password"
          description="At least 8 characters; a phrase of several words is best"
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <FormError error={create.error} />
        <Button type="submit" loading={create.isPending} mt={4}>
          Create workspace
        </Button>
      </FormPanel>
    </EntryPage>
  );
}
