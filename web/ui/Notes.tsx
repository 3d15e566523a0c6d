import { Button, Stack, Text, Title } from '@mantine/core';
import CircleAlert from 'lucide-react/icons/circle-alert';
import type { ReactNode } from 'react';
import { messageOf } from '../api/query-client.ts';

interface EmptyNoteProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Said where there is nothing to show, with what to do about it. */
export function EmptyNote({ title, children, action }: EmptyNoteProps) {
  return (
    <Stack align="center" gap="xs" py={64} px="md" ta="center">
      <Title order={2} fz="lg">
        {title}
      </Title>
      {children ? (
        <Text c="dimmed" maw={460}>
          {children}
        </Text>
      ) : null}
      {action}
    </Stack>
  );
}

interface LoadFailedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Said where something could not be loaded. */
export function LoadFailed({ error, onRetry }: LoadFailedProps) {
  return (
    <Stack align="center" gap="xs" py={64} px="md" ta="center" role="alert">
      <CircleAlert size={28} color="var(--mantine-color-error)" aria-hidden />
      <Title order={2} fz="lg">
        This could not be loaded
      </Title>
      <Text c="dimmed" maw={460}>
        {messageOf(error)}
      </Text>
      <Button variant="default" onClick={onRetry} mt="xs">
        Try again
      </Button>
    </Stack>
  );
}
