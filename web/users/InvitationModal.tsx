import { Modal, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { inviteUser } from '../../contract/invitations.ts';
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
    </Modal>
  );
}
