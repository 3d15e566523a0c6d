import { Center, Text } from '@mantine/core';

/** Where a chart of opportunity would stand, if there were any. */
export function NoOpportunity({ height }: { readonly height: string }) {
  return (
    <Center h={height} px="md">
      <Text c="dimmed" fz="sm" ta="center" maw={320}>
        No open opportunity here: nothing is priced or recommended that these customers do not have.
      </Text>
    </Center>
  );
}
