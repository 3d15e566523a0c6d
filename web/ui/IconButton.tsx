import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import { type ComponentPropsWithRef, memo } from 'react';

type IconButtonProps = ActionIconProps &
  Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps | 'children'> & {
    readonly icon: LucideIcon;
    /** Its accessible name, and what hovering it says. */
    readonly label: string;
  };

/** A button that shows only an icon; its name stands on it for hovering and for screen readers. */
export const IconButton = memo(function IconButton({ icon: Icon, label, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} size="md" {...rest}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
});
