import { useMutation } from '@tanstack/react-query';
import { deleteOnboardingTask, type OnboardingTask } from '../../contract/onboarding.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';

interface RemoveTaskProps {
  readonly task: OnboardingTask;
  readonly onClose: () => void;
}

/** Asks before a task is removed; one that somebody has changed meanwhile is asked about again. */
export function RemoveTask({ task, onClose }: RemoveTaskProps) {
  const changed = useCompanyChanged();
  const remove = useMutation({
    mutationFn: () => call(deleteOnboardingTask, { params: { id: task.id }, ifMatch: task.etag }),
    onSuccess: onClose,
    onSettled: changed,
  });
  return (
    <ConfirmModal
      title={`Remove “${task.title}”?`}
      action="Remove"
      danger
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      It goes from this onboarding only; the template keeps it. The activity of the company says what it was.
    </ConfirmModal>
  );
}
