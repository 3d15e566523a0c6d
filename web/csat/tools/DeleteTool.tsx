import { deleteSurveyTool, type SurveyTool } from '../../../contract/survey-tools.ts';
import { call } from '../../api/call.ts';
import { DeleteModal } from '../../editing/DeleteModal.tsx';
import { useToolsChanged } from './queries.ts';

interface DeleteToolProps {
  readonly tool: SurveyTool;
  readonly onClose: () => void;
}

/** Asks before a survey tool's address ends. */
export function DeleteTool({ tool, onClose }: DeleteToolProps) {
  const changed = useToolsChanged();
  const waiting =
    tool.waiting > 0
      ? ` ${tool.waiting} of its deliveries still ${tool.waiting === 1 ? 'waits' : 'wait'}: they are lost.`
      : '';
  return (
    <DeleteModal
      title={`Delete ${tool.name}?`}
      etag={tool.etag}
      onDelete={(ifMatch) => call(deleteSurveyTool, { params: { id: tool.id }, ifMatch })}
      changed={changed}
      onClose={onClose}
    >
      Its address ends at once, and its deliveries are forgotten. Responses that came of them stay.{waiting}
    </DeleteModal>
  );
}
