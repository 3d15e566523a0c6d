import { Anchor, Text } from '@mantine/core';
import { Email } from '../../contract/values.ts';

/** An address to write to; what is no address is text. */
export function EmailLink({ email }: { readonly email: string }) {
  if (!Email.safeParse(email).success)
    return (
      <Text span fz="sm">
        {email}
      </Text>
    );
  return (
    <Anchor href={`mailto:${encodeURIComponent(email)}`} fz="sm" title={email}>
      {email}
    </Anchor>
  );
}
