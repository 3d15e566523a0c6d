import { Button, Select, Text, TextInput } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import {
  ANSWER_COLORS,
  type AnswerChoice,
  type AnswerColor,
} from '../../../domain/assessments/answer-scale.ts';
import { DecimalInput } from '../../metrics/admin/DecimalInput.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { AnswerMark } from '../AnswerMark.tsx';
import classes from './templates.module.css';

interface AnswersEditorProps {
  readonly legend: string;
  readonly answers: readonly AnswerChoice[];
  readonly onChange: (answers: readonly AnswerChoice[]) => void;
}

const NAMES: Readonly<Record<AnswerColor, string>> = {
  green: 'Green',
  yellow: 'Yellow',
  orange: 'Orange',
  red: 'Red',
  blue: 'Blue',
  gray: 'Grey',
};

/** The answers that can be given, with what each is worth. “Not applicable” is none of them. */
export function AnswersEditor({ legend, answers, onChange }: AnswersEditorProps) {
  const set = (index: number, part: Partial<AnswerChoice>) =>
    onChange(answers.map((answer, i) => (i === index ? { ...answer, ...part } : answer)));
  return (
    <fieldset className={classes.answers}>
      <Text component="legend" fz="sm" fw={550}>
        {legend}
      </Text>
      {answers.map((answer, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place
        <div key={i} className={classes.answer}>
          <AnswerMark color={answer.color} />
          <TextInput
            aria-label={`Answer ${i + 1}: label`}
            value={answer.label}
            onChange={(event) => set(i, { label: event.currentTarget.value })}
            className={classes.grow ?? ''}
          />
          <DecimalInput
            aria-label={`Answer ${i + 1}: points`}
            value={answer.points}
            onChange={(points) => set(i, { points })}
            hideControls
            w={72}
          />
          <Select
            aria-label={`Answer ${i + 1}: colour`}
            data={ANSWER_COLORS.map((color) => ({ value: color, label: NAMES[color] }))}
            allowDeselect={false}
            value={answer.color}
            onChange={(color) => set(i, { color: color ?? 'gray' })}
            w={104}
          />
          <IconButton
            icon={Trash2}
            label={`Remove answer ${i + 1}`}
            onClick={() => onChange(answers.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...answers, { label: '', points: '', color: 'gray' }])}
        >
          Add answer
        </Button>
      </div>
    </fieldset>
  );
}
