import { Button, Loader, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { acceptInvitation, getInvitation } from '../../contract/invitations.ts';
import { Password } from '../../contract/values.ts';
import { call } from '../api/call.ts';
import { isRefusal } from '../api/query-client.ts';
import { paths } from '../paths.ts';
import { useEnter } from '../sign-in/use-enter.ts';
import { formatMoment } from '../ui/days.ts';
import { EntryPage } from '../ui/EntryPage.tsx';
import { FormError } from '../ui/FormError.tsx';
import { FormPanel } from '../ui/FormPanel.tsx';
import { AnchorLink } from '../ui/links.tsx';
import { LoadFailed } from '../ui/Notes.tsx';

/** Where an invitation link leads: choose a password, and be signed in. */
export function InvitationPage() {
  const { token } = useParams({ from: '/invitations/$token' });
  const invitation = useQuery({
    queryKey: ['invitations', token],
    queryFn: () => call(getInvitation, { params: { token } }),
  });
  if (isRefusal(invitation.error, 'not_found')) return <Ended />;
  if (invitation.error) {
    return (
      <EntryPage title="Invitation">
        <LoadFailed error={invitation.error} onRetry={() => void invitation.refetch()} />
      </EntryPage>
    );
  }
  if (!invitation.data) {
    return (
      <EntryPage title="Invitation">
        <Loader size="sm" aria-label="Loading" />
      </EntryPage>
    );
  }
  const { name, email, workspace, expiresAt, reset } = invitation.data;
  const choose = `Choose a password before ${formatMoment(expiresAt)}.`;
  return (
    <EntryPage
      title={reset ? `Hello, ${name}` : `Welcome, ${name}`}
      note={
        reset
          ? `${choose} It replaces the one that you have for ${workspace}, and ends your sessions.`
          : `You are invited to ${workspace}. ${choose}`
      }
    >
      <ChoosePassword token={token} email={email} />
    </EntryPage>
  );
}

function ChoosePassword({ token, email }: { token: string; email: string }) {
  const enter = useEnter();
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: (value) => (Password.safeParse(value).success ? null : 'At least 8 characters'),
    },
  });
  const accept = useMutation({
    mutationFn: (password: string) => call(acceptInvitation, { params: { token }, body: { password } }),
    onSuccess: () => enter('/'),
  });
  return (
    <FormPanel onSubmit={form.onSubmit(({ password }) => accept.mutate(password))}>
      <TextInput label="E-mail" value={email} readOnly autoComplete="username" />
      <PasswordInput
        label="Password"
        description="At least 8 characters; a phrase of several words is best"
        autoComplete="new-password"
        autoFocus
        {...form.getInputProps('password')}
      />
      <FormError error={accept.error} />
      <Button type="submit" loading={accept.isPending} mt={4}>
        Set password and sign in
      </Button>
    </FormPanel>
  );
}

function Ended() {
  return (
    <EntryPage
      title="This invitation has ended"
      note="A link works once: an invitation for seven days, a link for another password for one. Ask an administrator of your workspace for a new link."
    >
      <AnchorLink {...paths.signIn()}>Go to sign in</AnchorLink>
    </EntryPage>
  );
}
