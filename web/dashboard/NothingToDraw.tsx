import { Center, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Said where a chart would stand if there were anything to draw. */
export function NothingToDraw({
  height,
  children,
}: {
  readonly height: string;
  readonly children: ReactNode;
}) {
  return (
    <Center h={height} px="md">
      <Text c="dimmed" fz="sm" ta="center" maw={320}>
        {children}
      </Text>
    </Center>
  );
}

export const NO_OPPORTUNITY =
  'No open opportunity here: nothing is priced or recommended that these customers do not have.';
