import { deleteOnboardingTask, type OnboardingTask } from '../../contract/onboarding.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { DeleteModal } from '../editing/DeleteModal.tsx';

interface RemoveTaskProps {
  readonly task: OnboardingTask;
  readonly onClose: () => void;
}

/** Asks before a task is removed; one that somebody has changed meanwhile is asked about again. */
export function RemoveTask({ task, onClose }: RemoveTaskProps) {
  const changed = useCompanyChanged();
  return (
    <DeleteModal
      title={`Remove “${task.title}”?`}
      action="Remove"
      etag={task.etag}
      onDelete={(ifMatch) => call(deleteOnboardingTask, { params: { id: task.id }, ifMatch })}
      changed={changed}
      onClose={onClose}
    >
      It goes from this onboarding only; the template keeps it. The activity of the company says what it was.
    </DeleteModal>
  );
}
