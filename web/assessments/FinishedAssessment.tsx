import { Badge, Group, Text, Title } from '@mantine/core';
import type { Assessment, AssessmentAnswer } from '../../contract/assessments.ts';
import { isWeak } from '../../domain/assessments/answer-scale.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { EmptyNote } from '../ui/Notes.tsx';
import { formatCount, formatDecimal } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { AnswerShown } from './AnswerShown.tsx';
import { AssessmentMenu } from './AssessmentMenu.tsx';
import classes from './assessments.module.css';
import { Recommend } from './Recommend.tsx';
import { ScoreBar } from './ScoreBar.tsx';

/** An assessment to read: its score, by category, what to do something about, and every answer. */
export function FinishedAssessment({ assessment }: { readonly assessment: Assessment }) {
  const { answers, categories, company, template, takenOn, takenBy, status } = assessment;
  const weak = answers
    .filter(({ points, possible, applicable }) => applicable && isWeak(points, possible))
    .sort((a, b) => lost(b) - lost(a));
  return (
    <div className={classes.page}>
      <div>
        <AnchorLink {...paths.customerAssessments(company)} fz="sm">
          All assessments
        </AnchorLink>
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Title order={2} fz="lg">
              {template}
            </Title>
            <Text fz="sm" c="dimmed">
              {formatDay(takenOn)}
              {takenBy ? `, ${takenBy.name}` : ''}
            </Text>
          </div>
          <Group gap="xs" wrap="nowrap">
            {status === 'in_progress' ? <Badge color="blue">In progress</Badge> : null}
            <AssessmentMenu assessment={assessment} />
          </Group>
        </Group>
      </div>
      <Panel title="Score">
        <Text fz={32} fw={650} lh={1.1} className="qd-figures">
          {formatDecimal(assessment.score)}
          {assessment.score === null ? null : (
            <Text span fz="md" fw={400} c="dimmed">
              {' '}
              of 100
            </Text>
          )}
        </Text>
        <Text fz="sm" c="dimmed" mb="md">
          {countsInWords(assessment)}
        </Text>
        <div className={classes.categories}>
          {categories.map(({ category, score }) => (
            <div key={category} className={classes.category}>
              <span dir="auto">{category}</span>
              <ScoreBar score={score} />
            </div>
          ))}
        </div>
      </Panel>
      {answers.length === 0 ? (
        <Panel title="Answers">
          <EmptyNote title="Only its score is known">
            It was imported without its questions and answers.
          </EmptyNote>
        </Panel>
      ) : null}
      {weak.length > 0 ? (
        <Panel title="To do something about">
          <ul className={classes.list}>
            {weak.map((answer) => (
              <li key={answer.item} className={classes.weak}>
                <Answered answer={answer} />
                <Recommend company={company} template={template} answer={answer} />
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {categories.map(({ category, score }) => (
        <Panel key={category} title={category} actions={<Text fz="sm">{formatDecimal(score)}</Text>}>
          <ul className={classes.list}>
            {answers
              .filter((answer) => answer.category === category)
              .map((answer) => (
                <li key={answer.item} className={classes.weak}>
                  <Answered answer={answer} />
                </li>
              ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

/** What the answer costs the score: what matters most stands first. */
function lost({ points, possible, weight }: AssessmentAnswer): number {
  return (Number(possible) - Number(points)) * Number(weight);
}

function countsInWords({ scoreOnly, answered, open, notApplicable }: Assessment): string {
  if (scoreOnly) return 'Imported as a score';
  const parts = [
    `${answered} answered`,
    ...(notApplicable > 0 ? [`${notApplicable} not applicable`] : []),
    ...(open > 0 ? [`${formatCount(open, 'question', 'questions')} not answered and left out`] : []),
  ];
  return parts.join(', ');
}

function Answered({ answer }: { readonly answer: AssessmentAnswer }) {
  return (
    <div>
      <Text fz="sm" fw={550} dir="auto">
        {answer.question}
      </Text>
      <Group gap="md" fz="sm">
        <AnswerShown answer={answer} />
        {answer.note ? (
          <Text fz="sm" c="dimmed" dir="auto" style={{ whiteSpace: 'pre-line' }}>
            {answer.note}
          </Text>
        ) : null}
      </Group>
    </div>
  );
}
