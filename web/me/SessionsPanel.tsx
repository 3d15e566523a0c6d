import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  getSession,
  listSessions,
  revokeOtherSessions,
  revokeSession,
  type Session,
} from '../../contract/sign-in.ts';
import { call } from '../api/call.ts';
import { formatMoment } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';
import { Panel } from '../ui/Panel.tsx';
import { browserName } from './browser-name.ts';

const sessionsKey = ['sessions'];

/** Where one is signed in, and signing out elsewhere. */
export function SessionsPanel() {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: sessionsKey });
  const sessions = useQuery({
    queryKey: sessionsKey,
    queryFn: async () => {
      const [all, { session }] = await Promise.all([call(listSessions, {}), call(getSession, {})]);
      return { all, current: session.id };
    },
  });
  const end = useMutation({
    mutationFn: (id: string) => call(revokeSession, { body: { id } }),
    onSuccess: refresh,
  });
  const endOthers = useMutation({ mutationFn: () => call(revokeOtherSessions, {}), onSuccess: refresh });
  const { all, current } = sessions.data ?? { all: [], current: null };
  return (
    <Panel title="Sessions">
      <Stack gap="sm">
        {sessions.isPending ? <Skeleton h={40} /> : null}
        {all.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            current={session.id === current}
            onEnd={() => end.mutate(session.id)}
          />
        ))}
        <FormError error={sessions.error ?? end.error ?? endOthers.error} />
        {all.length > 1 ? (
          <Button variant="default" onClick={() => endOthers.mutate()} style={{ alignSelf: 'start' }}>
            Sign out everywhere else
          </Button>
        ) : null}
      </Stack>
    </Panel>
  );
}

interface SessionLineProps {
  readonly session: Session;
  readonly current: boolean;
  readonly onEnd: () => void;
}

function SessionLine({ session, current, onEnd }: SessionLineProps) {
  const browser = browserName(session.userAgent);
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text fw={550}>{browser}</Text>
        <Text fz="xs" c="dimmed">
          since {formatMoment(session.createdAt)}
          {session.ipAddress ? ` · ${session.ipAddress}` : ''}
        </Text>
      </div>
      {current ? (
        <Badge>This session</Badge>
      ) : (
        <Button variant="subtle" color="gray" size="xs" onClick={onEnd} aria-label={`Sign out ${browser}`}>
          Sign out
        </Button>
      )}
    </Group>
  );
}
