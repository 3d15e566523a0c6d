import { Box, Center, Loader } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { usePageTitle } from '../ui/PageHeader.tsx';

/** While it is found out who is signed in. */
export function FramePending() {
  return (
    <Center h="100vh">
      <Loader size="sm" aria-label="Loading" />
    </Center>
  );
}

export function NotFound() {
  usePageTitle('Not found');
  return (
    <Box component="main">
      <EmptyNote
        title="There is no such page"
        action={
          <ButtonLink {...paths.home()} mt="xs">
            Go to the dashboard
          </ButtonLink>
        }
      >
        The address may be mistyped, or what stood here may have been removed.
      </EmptyNote>
    </Box>
  );
}

export function RouteFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  usePageTitle('Something went wrong');
  return (
    <Box component="main">
      <LoadFailed
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Box>
  );
}
