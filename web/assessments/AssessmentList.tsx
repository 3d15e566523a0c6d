import { Badge, Checkbox, Text } from '@mantine/core';
import type { AssessmentSummary } from '../../contract/assessments.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { formatCount, formatDecimal } from '../ui/numbers.ts';
import { AssessmentMenu } from './AssessmentMenu.tsx';
import classes from './assessments.module.css';
import { ScoreBar } from './ScoreBar.tsx';

interface AssessmentListProps {
  /** Latest first. */
  readonly assessments: readonly AssessmentSummary[];
  /** Ids of the two that are to be compared. */
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** The assessments, latest first; two of them can be chosen and compared. */
export function AssessmentList({ assessments, chosen, onChoose }: AssessmentListProps) {
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((it) => it !== id) : [...chosen, id].slice(-2));
  const comparable = assessments.filter(({ scoreOnly }) => !scoreOnly).length > 1;
  return (
    <>
      {comparable ? (
        <Text fz="xs" c="dimmed" mb={4}>
          Tick two to see what has become better and worse.
        </Text>
      ) : null}
      <ul className={classes.list} aria-label="Assessments">
        {assessments.map((it) => (
          <li key={it.id} className={classes.assessment}>
            {comparable && !it.scoreOnly ? (
              <Checkbox
                aria-label={`Compare ${it.template} of ${formatDay(it.takenOn)}`}
                checked={chosen.includes(it.id)}
                onChange={() => toggle(it.id)}
              />
            ) : (
              <span />
            )}
            <div className={classes.assessmentName}>
              <AnchorLink {...paths.customerAssessment(it.company, it.id)} fw={550} fz="sm">
                {it.template}
              </AnchorLink>
              {it.status === 'in_progress' ? <Badge color="blue">In progress</Badge> : null}
              {it.scoreOnly ? <Badge color="gray">Imported score</Badge> : null}
            </div>
            <span>
              {formatDay(it.takenOn)}
              {it.takenBy ? <span className={classes.muted}> · {it.takenBy.name}</span> : null}
            </span>
            <ScoreBar score={it.score} />
            <span className={classes.change}>
              {it.status === 'in_progress' ? openWords(it) : since(assessments, it)}
            </span>
            <AssessmentMenu assessment={it} />
          </li>
        ))}
      </ul>
    </>
  );
}

const openWords = ({ open }: AssessmentSummary) =>
  open === 0 ? 'All answered' : `${formatCount(open, 'open', 'open')}`;

/** "▲ 8.5" since the assessment of the same template before it; nothing for the first. */
function since(assessments: readonly AssessmentSummary[], it: AssessmentSummary): string {
  const earlier = assessments
    .slice(assessments.indexOf(it) + 1)
    .find(
      ({ template, status, score }) => template === it.template && status === 'finished' && score !== null,
    );
  if (it.score === null || earlier?.score == null) return '';
  const difference = Math.round((it.score - earlier.score) * 10) / 10;
  if (difference === 0) return '± 0';
  return `${difference > 0 ? '▲' : '▼'} ${formatDecimal(Math.abs(difference))}`;
}
