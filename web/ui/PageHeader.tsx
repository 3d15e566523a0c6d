import { Box, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface PageHeaderProps {
  /** The page's name: its heading and the browser tab's title. */
  readonly title: string;
  readonly note?: ReactNode;
  /** What stands on the right. */
  readonly children?: ReactNode;
}

export function PageHeader({ title, note, children }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <Group justify="space-between" align="center" gap="sm" mih={36} mb="md">
      <Box miw={0}>
        <Title order={1} fz="xl" lh={1.25}>
          {title}
        </Title>
        {note ? (
          <Text component="div" fz="sm" c="dimmed" className="qd-figures">
            {note}
          </Text>
        ) : null}
      </Box>
      {children ? <Group gap="xs">{children}</Group> : null}
    </Group>
  );
}

/** Names the browser tab while the page stands. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Quarterdeck`;
  }, [title]);
}
