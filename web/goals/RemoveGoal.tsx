import { deleteGoal, type Goal } from '../../contract/goals.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { DeleteModal } from '../editing/DeleteModal.tsx';

interface RemoveGoalProps {
  readonly goal: Goal;
  readonly onClose: () => void;
}

/** Asks before a goal is removed. */
export function RemoveGoal({ goal, onClose }: RemoveGoalProps) {
  const companyChanged = useCompanyChanged();
  return (
    <DeleteModal
      title={`Remove ${goal.title}?`}
      action="Remove"
      etag={goal.etag}
      onDelete={(ifMatch) => call(deleteGoal, { params: { id: goal.id }, ifMatch })}
      changed={companyChanged}
      onClose={onClose}
    >
      Its recommendations stay. A goal that the client gave up is better set to Dropped, which keeps it.
    </DeleteModal>
  );
}
