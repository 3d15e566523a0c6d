import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import GripVertical from 'lucide-react/icons/grip-vertical';
import type { ComponentPropsWithRef } from 'react';
import classes from './reorder.module.css';

type ReorderHandleProps = ActionIconProps &
  Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps | 'children'> & {
    /** What is moved. */
    readonly name: string;
  };

/** By what a row is dragged, or moved with the arrow keys. */
export function ReorderHandle({ name, className, ...rest }: ReorderHandleProps) {
  return (
    <Tooltip label="Drag, or press the arrow keys">
      <ActionIcon
        aria-label={`Move ${name}`}
        aria-keyshortcuts="ArrowUp ArrowDown Home End"
        className={`${classes.handle} ${className ?? ''}`}
        {...rest}
      >
        <GripVertical size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
