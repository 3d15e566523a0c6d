import { useMutation } from '@tanstack/react-query';
import { deleteGoal, type Goal } from '../../contract/goals.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';

interface RemoveGoalProps {
  readonly goal: Goal;
  readonly onClose: () => void;
}

/** Asks before a goal is removed. */
export function RemoveGoal({ goal, onClose }: RemoveGoalProps) {
  const companyChanged = useCompanyChanged();
  const remove = useMutation({
    mutationFn: async () => {
      await call(deleteGoal, { params: { id: goal.id }, ifMatch: goal.etag });
    },
    onSuccess: () => {
      onClose();
      void companyChanged();
    },
  });
  return (
    <ConfirmModal
      title={`Remove ${goal.title}?`}
      action="Remove"
      danger
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      Its recommendations stay. A goal that the client gave up is better set to Dropped, which keeps it.
    </ConfirmModal>
  );
}
