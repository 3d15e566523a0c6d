import { Button, Modal, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useId } from 'react';
import { FormError } from '../ui/FormError.tsx';
import classes from './editing.module.css';

interface EditModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly pending: boolean;
  readonly error: unknown;
  /** What the button says. */
  readonly action?: string;
  readonly size?: string;
  readonly children: ReactNode;
}

/** A form in a dialog, with its errors and its buttons always in sight. */
export function EditModal(props: EditModalProps) {
  const { title, onClose, onSubmit, pending, error, action = 'Save', size = 'lg', children } = props;
  const id = useId();
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeOnClickOutside={false}>
      <form id={id} onSubmit={onSubmit} noValidate>
        <Stack gap="md">{children}</Stack>
      </form>
      <Stack gap="md" mt="md">
        <FormError error={error} />
        <div className={classes.dialogFoot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={id} loading={pending}>
            {action}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
