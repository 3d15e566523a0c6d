import { Button, Group, Select, Switch, Textarea } from '@mantine/core';
import Copy from 'lucide-react/icons/copy';
import Trash2 from 'lucide-react/icons/trash-2';
import type { StackItem } from '../../../contract/stack-items.ts';
import type { AnswerChoice } from '../../../domain/assessments/answer-scale.ts';
import { DecimalInput } from '../../metrics/admin/DecimalInput.tsx';
import { AnswersEditor } from './AnswersEditor.tsx';
import type { DraftItem } from './template-draft.ts';
import classes from './templates.module.css';

interface ItemEditorProps {
  readonly item: DraftItem;
  readonly scale: readonly AnswerChoice[];
  readonly stack: readonly StackItem[];
  readonly onChange: (item: DraftItem) => void;
  readonly onDelete: () => void;
  readonly onDuplicate: () => void;
}

/** Everything about a question. */
export function ItemEditor({ item, scale, stack, onChange, onDelete, onDuplicate }: ItemEditorProps) {
  const set = (part: Partial<DraftItem>) => onChange({ ...item, ...part });
  return (
    <div className={classes.editor}>
      <Textarea
        label="Question"
        required
        autosize
        value={item.question}
        onChange={(event) => set({ question: event.currentTarget.value })}
        autoFocus={item.question === ''}
      />
      <Textarea
        label="Why it matters, or how to find out"
        autosize
        value={item.guidance ?? ''}
        onChange={(event) => set({ guidance: event.currentTarget.value || null })}
      />
      <div className={classes.fields}>
        <DecimalInput
          label="Weight"
          value={item.weight}
          onChange={(weight) => set({ weight })}
          min={0}
          hideControls
        />
        <Select
          label="Stack item that mends it"
          clearable
          clearButtonProps={{ 'aria-label': 'No stack item' }}
          searchable
          data={stack
            .filter(({ retired, id }) => !retired || id === item.stackItem)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={item.stackItem}
          onChange={(stackItem) => set({ stackItem })}
        />
      </div>
      <Group gap="xl">
        <Switch
          label="“Not applicable” may be answered"
          checked={item.notApplicable}
          onChange={(event) => set({ notApplicable: event.currentTarget.checked })}
        />
        <Switch
          label="Answers of its own"
          checked={item.answers !== null}
          onChange={(event) => set({ answers: event.currentTarget.checked ? [...scale] : null })}
        />
      </Group>
      {item.answers ? (
        <AnswersEditor
          legend="Answers to this question"
          answers={item.answers}
          onChange={(answers) => set({ answers })}
        />
      ) : null}
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<Copy size={14} aria-hidden />}
          onClick={onDuplicate}
        >
          Duplicate
        </Button>
        <Button variant="default" size="xs" leftSection={<Trash2 size={14} aria-hidden />} onClick={onDelete}>
          Delete
        </Button>
      </Group>
    </div>
  );
}
