import { useMutation } from '@tanstack/react-query';
import { deleteSurveyTool, type SurveyTool } from '../../../contract/survey-tools.ts';
import { call } from '../../api/call.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { useToolsChanged } from './queries.ts';

interface DeleteToolProps {
  readonly tool: SurveyTool;
  readonly onClose: () => void;
}

/** Asks before a survey tool's address ends. */
export function DeleteTool({ tool, onClose }: DeleteToolProps) {
  const changed = useToolsChanged();
  const remove = useMutation({
    mutationFn: async () => {
      await call(deleteSurveyTool, { params: { id: tool.id }, ifMatch: tool.etag });
    },
    onSuccess: onClose,
    onSettled: changed,
  });
  const waiting =
    tool.waiting > 0
      ? ` ${tool.waiting} of its deliveries still ${tool.waiting === 1 ? 'waits' : 'wait'}: they are lost.`
      : '';
  return (
    <ConfirmModal
      title={`Delete ${tool.name}?`}
      action="Delete"
      danger
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      Its address ends at once, and its deliveries are forgotten. Responses that came of them stay.{waiting}
    </ConfirmModal>
  );
}
