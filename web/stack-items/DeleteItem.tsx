import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { deleteStackItem, type StackItem, updateStackItem } from '../../contract/stack-items.ts';
import { call } from '../api/call.ts';
import { isRefusal } from '../api/query-client.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { FormError } from '../ui/FormError.tsx';
import { formatCount } from '../ui/numbers.ts';

interface DeleteItemProps {
  readonly item: StackItem;
  readonly onClose: () => void;
}

/** Asks before an item goes; one in use is not deleted but can be retired, and it is said what uses it. */
export function DeleteItem({ item, onClose }: DeleteItemProps) {
  const stackChanged = useSettingsChanged();
  const then = { onSuccess: onClose, onSettled: stackChanged };
  const remove = useMutation({
    mutationFn: () => call(deleteStackItem, { params: { id: item.id }, ifMatch: item.etag }),
    ...then,
  });
  const retire = useMutation({
    mutationFn: () => call(updateStackItem, { params: { id: item.id }, body: { retired: true } }),
    ...then,
  });
  const inUse = isRefusal(remove.error, 'conflict');
  return (
    <Modal opened onClose={onClose} title={`Delete ${item.name}?`}>
      <Stack gap="md">
        <Text fz="sm">
          {item.products.length > 0
            ? `Its ${formatCount(item.products.length, 'product goes', 'products go')} with it. `
            : ''}
          An item that is in use cannot be deleted; retired, it is in no figure, and what clients have of it
          is kept.
        </Text>
        <FormError error={retire.error ?? remove.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          {inUse && !item.retired ? (
            <Button onClick={() => retire.mutate()} loading={retire.isPending}>
              Retire it
            </Button>
          ) : (
            <Button color="red.9" disabled={inUse} onClick={() => remove.mutate()} loading={remove.isPending}>
              Delete
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
