import type { Assessment } from '../../../contract/assessments.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { formatCount } from '../../ui/numbers.ts';
import { useAssessmentChanges } from '../use-assessment-changes.ts';

interface FinishModalProps {
  readonly assessment: Assessment;
  /** How many questions are not answered. */
  readonly open: number;
  readonly onClose: () => void;
}

/** Asks before an assessment is finished, and says what is left out. */
export function FinishModal({ assessment, open, onClose }: FinishModalProps) {
  const { finish } = useAssessmentChanges(assessment);
  return (
    <ConfirmModal
      title="Finish this assessment?"
      action="Finish"
      pending={finish.isPending}
      error={finish.error}
      onConfirm={() => finish.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      {open > 0
        ? `${formatCount(open, 'question is', 'questions are')} not answered and will be left out of the score. `
        : ''}
      Its score counts in the metrics that rest on “{assessment.template}” from then on. You can reopen it.
    </ConfirmModal>
  );
}
