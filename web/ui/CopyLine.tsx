import { Alert, Button, Code, CopyButton, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface CopyLineProps {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}

/** A value to take along (a link, a key), with a button that copies it. */
export function CopyLine({ label, value, children }: CopyLineProps) {
  return (
    <Alert variant="light" color="teal" p="sm" title={label}>
      <Text fz="sm" mb="xs">
        {children}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Code flex={1} style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button size="xs" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}
