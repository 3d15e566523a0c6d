import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProposedChange } from '../../contract/permissions.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { AccessPreviewPanel } from './AccessPreviewPanel.tsx';

interface TakeAwayModalProps {
  readonly title: string;
  readonly action: string;
  /** What goes, and what stays. */
  readonly children: ReactNode;
  readonly proposed: ProposedChange;
  readonly takeAway: () => Promise<unknown>;
  /** False: it gives rather than takes. */
  readonly danger?: boolean;
  readonly onClose: () => void;
}

/** Asks before something is taken away, and says who loses which companies by it. */
export function TakeAwayModal(props: TakeAwayModalProps) {
  const { title, action, children, proposed, takeAway, danger = true, onClose } = props;
  const changed = useSettingsChanged();
  const remove = useMutation({ mutationFn: takeAway, onSuccess: onClose, onSettled: changed });
  return (
    <ConfirmModal
      title={title}
      action={action}
      danger={danger}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Stack gap="md">
        <Text fz="sm">{children}</Text>
        <AccessPreviewPanel proposed={proposed} />
      </Stack>
    </ConfirmModal>
  );
}
