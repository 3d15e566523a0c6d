import { Box, Center, Image, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from './PageHeader.tsx';

interface EntryPageProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** The page of somebody who is not signed in: one narrow form. */
export function EntryPage({ title, note, children }: EntryPageProps) {
  usePageTitle(title);
  return (
    <Center component="main" mih="100vh" px="md" py={48}>
      <Box w="100%" maw={400}>
        <Stack gap={4} mb="lg">
          <Image src="/mark.svg" alt="" w={36} h={36} mb="sm" />
          <Title order={1} fz={24} lh={1.25}>
            {title}
          </Title>
          {note ? (
            <Text c="dimmed" component="div">
              {note}
            </Text>
          ) : null}
        </Stack>
        {children}
      </Box>
    </Center>
  );
}
