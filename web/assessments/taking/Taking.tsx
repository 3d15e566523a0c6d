import { Button, Group, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Assessment } from '../../../contract/assessments.ts';
import { assessmentScore, categoryScores } from '../../../domain/assessments/score.ts';
import { toNumber } from '../../../domain/money/fraction.ts';
import { paths } from '../../paths.ts';
import { LeaveGuard } from '../../ui/LeaveGuard.tsx';
import { AnchorLink } from '../../ui/links.tsx';
import { formatCount, formatDecimal } from '../../ui/numbers.ts';
import { AssessmentMenu } from '../AssessmentMenu.tsx';
import { FinishModal } from './FinishModal.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { SaveState } from './SaveState.tsx';
import classes from './taking.module.css';
import { useAnswers } from './use-answers.ts';

/** An assessment being taken: one category at a time, every answer saved as it is given. */
export function Taking({ stored }: { readonly stored: Assessment }) {
  const answers = useAnswers(stored);
  const { assessment } = answers;
  const parts = categoryScores(assessment.answers);
  const [part, setPart] = useState(() => parts.find(({ open }) => open > 0)?.category ?? parts[0]?.category);
  const [finishing, setFinishing] = useState(false);
  const cards = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const total = assessmentScore(assessment.answers);
  const score = total.score && toNumber(total.score);
  const place = parts.findIndex(({ category }) => category === part);
  const shown = assessment.answers.filter(({ category }) => category === part);
  const next = parts[place + 1]?.category;

  // the question that was moved to, in this category or the next
  useEffect(() => {
    if (wanted === null) return;
    const card = cards.current?.querySelector(`[data-item="${CSS.escape(wanted)}"]`);
    const input = card?.querySelector<HTMLInputElement>('input:checked') ?? card?.querySelector('input');
    input?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'center' });
    setWanted(null);
  }, [wanted]);

  // where the categories are too wide, the one that stands is in sight
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it stands elsewhere after another was chosen
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current=true]');
    if (current) nav.current?.scrollTo({ left: current.offsetLeft - nav.current.offsetLeft - 40 });
  }, [part]);

  const ordered = parts.flatMap(({ category }) =>
    assessment.answers.filter((it) => it.category === category),
  );
  const move = (item: string, by: 1 | -1) => {
    const to = ordered[ordered.findIndex((it) => it.item === item) + by];
    if (!to) return;
    setPart(to.category);
    setWanted(to.item);
  };
  const goOn = (category: string) => {
    setPart(category);
    setWanted(assessment.answers.find((it) => it.category === category)?.item ?? null);
  };
  return (
    <>
      <LeaveGuard
        unsaved={answers.waiting > 0 && answers.problem !== null}
        title="Leave with unsaved answers?"
        action="Leave"
      >
        {formatCount(answers.waiting, 'answer is', 'answers are')} not saved yet. They are kept on this device
        and saved when you open the assessment here again.
      </LeaveGuard>
      <Group justify="space-between" mb="sm" wrap="nowrap" align="flex-start">
        <div>
          <AnchorLink {...paths.customerAssessments(assessment.company)} fz="sm">
            All assessments
          </AnchorLink>
          <Title order={2} fz="lg">
            {assessment.template}
          </Title>
        </div>
        <AssessmentMenu assessment={stored} />
      </Group>
      <div className={classes.layout}>
        <nav ref={nav} className={classes.parts} aria-label="Categories">
          {parts.map(({ category, answered, notApplicable, open }) => (
            <button
              key={category}
              type="button"
              className={classes.part}
              aria-current={category === part}
              onClick={() => setPart(category)}
            >
              <span dir="auto">{category}</span>
              <span className={classes.done}>
                {answered + notApplicable}/{answered + notApplicable + open}
              </span>
            </button>
          ))}
        </nav>
        <div className={classes.cards} ref={cards}>
          {shown.map((answer, i) => (
            <QuestionCard
              key={answer.item}
              number={i + 1}
              answer={answer}
              clash={answers.clashes[answer.item]}
              refused={answers.refused[answer.item]}
              onAnswer={(change) => answers.answer(answer, change)}
              onKeepTheirs={() => answers.keepTheirs(answer.item)}
              onMove={(by) => move(answer.item, by)}
            />
          ))}
        </div>
      </div>
      <section className={classes.bar} aria-label="Progress">
        <div>
          <Text fz="sm" fw={600} className="qd-figures">
            {total.open === 0 ? 'All answered' : `${formatCount(total.open, 'question', 'questions')} open`}
            {score === null ? '' : ` · ${formatDecimal(score)} of 100 so far`}
          </Text>
          <SaveState waiting={answers.waiting} problem={answers.problem} onRetry={answers.retry} />
        </div>
        <Group gap="xs">
          {next === undefined ? null : (
            <Button size="md" variant="default" onClick={() => goOn(next)}>
              Next: {next}
            </Button>
          )}
          <Button size="md" onClick={() => setFinishing(true)} disabled={answers.waiting > 0}>
            Finish
          </Button>
        </Group>
      </section>
      {finishing ? (
        <FinishModal assessment={stored} open={total.open} onClose={() => setFinishing(false)} />
      ) : null}
    </>
  );
}
