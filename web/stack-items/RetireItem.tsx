import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type StackItem, updateStackItem } from '../../contract/stack-items.ts';
import { call } from '../api/call.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { StackWhatIf } from './StackWhatIf.tsx';

interface RetireItemProps {
  readonly item: StackItem;
  readonly onClose: () => void;
}

/** Retires a stack item, or restores it, once it was said what that does. */
export function RetireItem({ item, onClose }: RetireItemProps) {
  const stackChanged = useSettingsChanged();
  const retired = !item.retired;
  const retire = useMutation({
    mutationFn: () => call(updateStackItem, { params: { id: item.id }, body: { retired } }),
    onSuccess: onClose,
    onSettled: stackChanged,
  });
  return (
    <ConfirmModal
      title={retired ? `Retire ${item.name}?` : `Restore ${item.name}?`}
      action={retired ? 'Retire' : 'Restore'}
      pending={retire.isPending}
      error={retire.error}
      onConfirm={() => retire.mutate()}
      onClose={onClose}
    >
      <Stack gap="md">
        <span>
          {retired
            ? 'It will be in no figure and no grid. What clients have of it is kept, and comes back when it is restored.'
            : 'It will be in every figure and grid again, with what clients have of it.'}
        </span>
        <StackWhatIf edit={{ what: 'item', id: item.id, changed: { retired } }} />
      </Stack>
    </ConfirmModal>
  );
}
