import { Stack } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import classes from './Panel.module.css';

interface FormPanelProps {
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly children: ReactNode;
}

/** The fields and the button of one form, on a card. */
export function FormPanel({ onSubmit, children }: FormPanelProps) {
  return (
    <form onSubmit={onSubmit} noValidate className={classes.panel}>
      <Stack gap="sm" p="lg">
        {children}
      </Stack>
    </form>
  );
}
