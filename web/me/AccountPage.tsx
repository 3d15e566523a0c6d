import { SimpleGrid, Stack } from '@mantine/core';
import { ApiKeysPanel } from '../api-keys/ApiKeysPanel.tsx';
import { CalendarFeedPanel } from '../calendar-feed/CalendarFeedPanel.tsx';
import { EmptyNote } from '../ui/Notes.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { PasswordPanel } from './PasswordPanel.tsx';
import { useMe } from './queries.ts';
import { SessionsPanel } from './SessionsPanel.tsx';

/** One's own matters: password, where one is signed in, API keys, the calendar. */
export function AccountPage() {
  const { user, viewedBy } = useMe();
  const note = `${user.name} · ${user.email} · ${user.role}`;
  if (viewedBy)
    return (
      <>
        <PageHeader title="Account" note={note} />
        <EmptyNote title="These are their own">
          Password, sessions and API keys of {user.name} are not shown to whoever views as them.
        </EmptyNote>
      </>
    );
  return (
    <>
      <PageHeader title="Account" note={note} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" maw={1200} style={{ alignItems: 'start' }}>
        <Stack gap="md">
          <SessionsPanel />
          <ApiKeysPanel />
        </Stack>
        <Stack gap="md">
          <PasswordPanel />
          <CalendarFeedPanel />
        </Stack>
      </SimpleGrid>
    </>
  );
}
