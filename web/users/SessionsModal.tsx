import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { endUserSession, endUserSessions, listUserSessions, type User } from '../../contract/users.ts';
import { call } from '../api/call.ts';
import { browserName } from '../me/browser-name.ts';
import { formatMoment } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';

/** Where a user is signed in, and signing them out. */
export function SessionsModal({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const sessions = useQuery({
    queryKey: ['user-sessions', user.id],
    queryFn: ({ signal }) => call(listUserSessions, { params: { id: user.id } }, signal),
    staleTime: 0,
  });
  const onSettled = () => sessions.refetch();
  const end = useMutation({
    mutationFn: (session: string) => call(endUserSession, { params: { id: user.id, session } }),
    onSettled,
  });
  const endAll = useMutation({
    mutationFn: () => call(endUserSessions, { params: { id: user.id } }),
    onSettled,
  });
  const items = sessions.data?.items ?? [];
  return (
    <Modal opened onClose={onClose} title={`Sessions of ${user.name}`}>
      <Stack gap="sm">
        {sessions.isPending ? <Skeleton h={60} /> : null}
        {sessions.data && items.length === 0 ? (
          <Text fz="sm" c="dimmed">
            {user.name} is signed in nowhere.
          </Text>
        ) : null}
        {items.map(({ id, userAgent, ipAddress, createdAt }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <div>
              <Text fw={550}>{browserName(userAgent)}</Text>
              <Text fz="xs" c="dimmed">
                since {formatMoment(createdAt)}
                {ipAddress ? ` · ${ipAddress}` : ''}
              </Text>
            </div>
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              onClick={() => end.mutate(id)}
              aria-label={`Sign out ${browserName(userAgent)}`}
            >
              Sign out
            </Button>
          </Group>
        ))}
        <FormError error={sessions.error ?? end.error ?? endAll.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Close
          </Button>
          {items.length > 0 ? (
            <Button color="red.9" onClick={() => endAll.mutate()} loading={endAll.isPending}>
              Sign out everywhere
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  );
}
