import { Button, Chip, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { WorkItem } from '../../contract/work-queue.ts';

interface DismissModalProps {
  readonly item: WorkItem;
  readonly onDismiss: (reason: string) => void;
  readonly onClose: () => void;
}

const USUAL = ['Not needed', 'Taken care of elsewhere', 'The client asked us to wait'];

/** Asks why there is nothing to do about an item. */
export function DismissModal({ item, onDismiss, onClose }: DismissModalProps) {
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given !== '') onDismiss(given);
  };
  return (
    <Modal opened onClose={onClose} title="Dismiss">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text fz="sm">
            <b>{item.title}</b>, {item.company.name}. It comes back when there is another reason for it.
          </Text>
          <TextInput
            label="Why is there nothing to do?"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
            data-autofocus
          />
          <Chip.Group value={given} onChange={(value) => setReason(value as string)}>
            <Group gap={6}>
              {USUAL.map((one) => (
                <Chip key={one} value={one} size="xs" variant="light">
                  {one}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={given === ''}>
              Dismiss
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
