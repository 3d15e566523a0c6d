import { Button, Group, Modal, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import Mail from 'lucide-react/icons/mail';
import { inviteUser, sendInvitation } from '../../contract/invitations.ts';
import type { User } from '../../contract/users.ts';
import { call } from '../api/call.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { formatMoment } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';

interface InvitationModalProps {
  readonly user: User;
  readonly onClose: () => void;
}

/** Makes an invitation link and shows it, to be sent to the user. */
export function InvitationModal({ user, onClose }: InvitationModalProps) {
  // Made once for as long as the window stands; a new one would end it.
  const invitation = useQuery({
    queryKey: ['invitation', user.id],
    queryFn: () => call(inviteUser, { params: { id: user.id } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${user.canSignIn ? 'Password link' : 'Invitation'} for ${user.name}`}
      size="lg"
    >
      <Text c="dimmed" mb="sm">
        Send this link to {user.email}. Whoever opens it chooses the password
        {user.canSignIn ? ', which ends all sessions' : ''}.
      </Text>
      <FormError error={invitation.error} />
      {invitation.isPending ? <Skeleton h={96} /> : null}
      {invitation.data ? (
        <CopyLine label={user.canSignIn ? 'Password link' : 'Invitation link'} value={invitation.data.link}>
          It works once, until {formatMoment(invitation.data.expiresAt)}, and ends any link made before.
        </CopyLine>
      ) : null}
      {invitation.data?.canSend ? <SendByEmail user={user} link={invitation.data.link} /> : null}
    </Modal>
  );
}

/** Where a mail server is set. Whether it was sent is said; the link stays on the screen either way. */
function SendByEmail({ user, link }: { readonly user: User; readonly link: string }) {
  const send = useMutation({
    mutationFn: () => call(sendInvitation, { params: { id: user.id }, body: { link } }),
  });
  return (
    <>
      <Group mt="md" gap="sm">
        <Button
          variant="default"
          leftSection={<Mail size={16} aria-hidden />}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {send.data ? 'Send again' : 'Send by e-mail'}
        </Button>
        <Text fz="sm" role="status">
          {send.data ? `Sent to ${send.data.sentTo}` : ''}
        </Text>
      </Group>
      <FormError error={send.error} />
    </>
  );
}
