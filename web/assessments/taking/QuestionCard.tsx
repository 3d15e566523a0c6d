import { Anchor, Badge, Button, Group, Text, Textarea } from '@mantine/core';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import { type KeyboardEvent, useId, useState } from 'react';
import type { AnswerChange, AssessmentAnswer } from '../../../contract/assessments.ts';
import { formatTime } from '../../ui/days.ts';
import { AnswerMark } from '../AnswerMark.tsx';
import classes from './taking.module.css';
import type { Clash } from './use-answers.ts';

interface QuestionCardProps {
  readonly number: number;
  readonly answer: AssessmentAnswer;
  readonly clash: Clash | undefined;
  readonly refused: string | undefined;
  readonly onAnswer: (change: AnswerChange) => void;
  readonly onKeepTheirs: () => void;
  /** To the next (1) or the one before (-1). */
  readonly onMove: (by: 1 | -1) => void;
}

const NOT_APPLICABLE = 'Not applicable';

/** A question with large answers to tap. Digits answer it, 0 says that it does not apply, the arrows up and down move on. */
export function QuestionCard(props: QuestionCardProps) {
  const { number, answer, clash, refused, onAnswer, onKeepTheirs, onMove } = props;
  const name = useId();
  const options = [
    ...answer.answers.map(({ label, color }, i) => ({
      label,
      color,
      key: String(i + 1),
      change: { answer: label },
    })),
    ...(answer.notApplicable
      ? [{ label: NOT_APPLICABLE, color: 'gray' as const, key: '0', change: { applicable: false } }]
      : []),
  ];
  const given = answer.applicable ? answer.answer : NOT_APPLICABLE;
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLTextAreaElement) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      return onMove(event.key === 'ArrowDown' ? 1 : -1);
    }
    const option = options.find(({ key }) => key === event.key);
    if (!option) return;
    event.preventDefault();
    onAnswer(option.change);
    onMove(1);
  };
  return (
    <fieldset className={classes.card} data-item={answer.item} onKeyDown={press}>
      <legend className={classes.question}>
        <span className={classes.number}>{number}</span>
        <span dir="auto">{answer.question}</span>
      </legend>
      {answer.guidance ? (
        <Text fz="sm" c="dimmed" dir="auto" className={classes.guidance ?? ''}>
          {answer.guidance}
        </Text>
      ) : null}
      <div className={classes.options}>
        {options.map(({ label, color, key, change }) => (
          <label
            key={key}
            className={classes.option}
            data-color={color}
            data-chosen={given === label || undefined}
          >
            <input
              type="radio"
              name={name}
              checked={given === label}
              onChange={() => onAnswer(change)}
              aria-keyshortcuts={key}
            />
            <AnswerMark color={color} />
            <span className={classes.optionLabel} dir="auto">
              {label}
            </span>
            <kbd className={classes.key} aria-hidden>
              {key}
            </kbd>
          </label>
        ))}
      </div>
      {clash ? <ClashNote clash={clash} onAnswer={onAnswer} onKeepTheirs={onKeepTheirs} /> : null}
      {refused ? (
        <Text fz="sm" c="var(--mantine-color-error)" role="alert">
          {refused}
        </Text>
      ) : null}
      <Group gap="xs" justify="space-between">
        <Note answer={answer} onAnswer={onAnswer} />
        <Group gap={6} className={classes.meta ?? ''}>
          {answer.weight === '1' ? null : <span>weight {answer.weight}</span>}
          {answer.stackItem ? <Badge color="gray">{answer.stackItem.name}</Badge> : null}
          {answer.answeredBy && answer.answeredAt ? (
            <span>
              {answer.answeredBy.name}, {formatTime(answer.answeredAt)}
            </span>
          ) : null}
        </Group>
      </Group>
    </fieldset>
  );
}

/** A note beside the answer; written down when its field is left. */
function Note({ answer, onAnswer }: Pick<QuestionCardProps, 'answer' | 'onAnswer'>) {
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null && answer.note === null)
    return (
      <Button
        variant="subtle"
        color="gray"
        size="sm"
        leftSection={<MessageSquareText size={16} aria-hidden />}
        aria-label={`Add a note to “${answer.question}”`}
        onClick={() => setTyped('')}
      >
        Note
      </Button>
    );
  const leave = () => {
    if (typed === null) return;
    const note = typed.trim() === '' ? null : typed;
    if (note !== answer.note) onAnswer({ note });
    setTyped(null);
  };
  return (
    <Textarea
      className={classes.note ?? ''}
      aria-label={`Note on “${answer.question}”`}
      placeholder="What you saw, and where"
      autosize
      minRows={2}
      value={typed ?? answer.note ?? ''}
      autoFocus={typed === ''}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}

interface ClashNoteProps extends Pick<QuestionCardProps, 'onAnswer' | 'onKeepTheirs'> {
  readonly clash: Clash;
}

/** Two people answered the same question at once: nobody’s is lost, one of them decides. */
function ClashNote({ clash: { mine, theirs }, onAnswer, onKeepTheirs }: ClashNoteProps) {
  const who = theirs.changed?.by?.name ?? 'Somebody else';
  return (
    <div className={classes.clash} role="alert">
      <Text fz="sm">
        {who} said “{saidBy(theirs.current, mine)}” meanwhile; you said “{said(mine)}”.
      </Text>
      <Group gap="sm">
        <Anchor component="button" type="button" fz="sm" onClick={onKeepTheirs}>
          Keep theirs
        </Anchor>
        <Anchor component="button" type="button" fz="sm" onClick={() => onAnswer(mine)}>
          Use mine
        </Anchor>
      </Group>
    </div>
  );
}

function said({ answer, applicable, note }: AnswerChange): string {
  if (applicable === false) return NOT_APPLICABLE;
  return answer ?? note ?? 'nothing';
}

function saidBy(current: AssessmentAnswer, mine: AnswerChange): string {
  const onlyNote = mine.answer === undefined && mine.applicable === undefined;
  if (onlyNote) return current.note ?? 'nothing';
  return current.applicable ? (current.answer ?? 'nothing') : NOT_APPLICABLE;
}
