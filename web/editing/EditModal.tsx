import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { FormError } from '../ui/FormError.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import classes from './editing.module.css';

interface EditModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly pending: boolean;
  readonly error: unknown;
  /** What the button says. */
  readonly action?: string;
  /** Something was typed that closing would lose: it is asked about first. */
  readonly dirty?: boolean;
  readonly size?: string;
  /** What is to stay in sight above the buttons. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A form in a dialog, with its errors and its buttons always in sight. */
export function EditModal(props: EditModalProps) {
  const { title, onClose, onSubmit, pending, error, action = 'Save', dirty = false, size = 'lg' } = props;
  const id = useId();
  useFocusBack();
  const [leaving, setLeaving] = useState(false);
  const leave = () => (dirty ? setLeaving(!leaving) : onClose());
  return (
    <Modal opened onClose={leave} title={title} size={size} closeOnClickOutside={false}>
      <form id={id} onSubmit={onSubmit} noValidate>
        <Stack gap="md">{props.children}</Stack>
      </form>
      <div className={classes.dialogFoot}>
        {props.foot}
        <FormError error={error} />
        {leaving && dirty ? (
          <Leaving onStay={() => setLeaving(false)} onLeave={onClose} />
        ) : (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={leave}>
              Cancel
            </Button>
            <Button type="submit" form={id} loading={pending}>
              {action}
            </Button>
          </Group>
        )}
      </div>
    </Modal>
  );
}

function Leaving({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  return (
    <Group justify="flex-end" gap="xs" role="alert">
      <Text fz="sm" fw={550} mr="auto">
        Discard your changes?
      </Text>
      <Button variant="default" onClick={onStay} autoFocus>
        Keep editing
      </Button>
      <Button color="red.9" onClick={onLeave}>
        Discard
      </Button>
    </Group>
  );
}
