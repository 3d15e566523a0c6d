import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormError } from './FormError.tsx';
import { useFocusBack } from './use-focus-back.ts';

interface ConfirmModalProps {
  readonly title: string;
  /** What the button says. */
  readonly action: string;
  /** What cannot be taken back is red. */
  readonly danger?: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done, and says why it was refused. */
export function ConfirmModal(props: ConfirmModalProps) {
  const { title, action, danger = false, pending, error, onConfirm, onClose, children } = props;
  useFocusBack();
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack gap="md">
        <Text fz="sm" component="div">
          {children}
        </Text>
        <FormError error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color={danger ? 'red.9' : 'teal'} onClick={onConfirm} loading={pending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
