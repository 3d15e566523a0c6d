import { Text } from '@mantine/core';

/** Names of a few; beyond three, how many more, with all of them on hovering. */
export function NameList({
  things,
  none,
}: {
  readonly things: readonly { readonly name: string }[];
  readonly none: string;
}) {
  if (things.length === 0)
    return (
      <Text span fz="sm" c="dimmed">
        {none}
      </Text>
    );
  const names = things.map(({ name }) => name);
  const more = names.length - 3;
  return (
    <span title={names.join(', ')}>
      {names.slice(0, 3).join(', ')}
      {more > 0 ? ` and ${more} more` : ''}
    </span>
  );
}
