import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type AnchorAttributes = ComponentPropsWithRef<'a'>;

/** A text link to a screen. */
export const AnchorLink = createLink((props: AnchorProps & Omit<AnchorAttributes, keyof AnchorProps>) => (
  <Anchor {...props} />
));

/** A link to a screen that looks like a button. */
export const ButtonLink = createLink((props: ButtonProps & Omit<AnchorAttributes, keyof ButtonProps>) => (
  <Button component="a" {...props} />
));
