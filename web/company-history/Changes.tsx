import { Badge, Text } from '@mantine/core';
import type { CompanyHistory } from '../../contract/company-history.ts';
import type { ChangeFigure, ChangeReason } from '../../domain/snapshots/change.ts';
import { useSegmentNamed } from '../companies/use-segments.ts';
import { useMoney } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { formatCount } from '../ui/numbers.ts';
import { changeSentence, figureWords, type Names, REASON_NAMES, REASON_WORDS } from './change-words.ts';
import classes from './company-history.module.css';

/** Each figure that is another one: by how much, why, and in which steps. */
export function Changes({ history }: { readonly history: CompanyHistory }) {
  const names = { money: useMoney(), segmentNamed: useSegmentNamed() };
  const { changes, days } = history;
  if (changes.length === 0)
    return days.length > 1 ? <Text mt="xs">Nothing changed between these days.</Text> : null;
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <li key={change.figure} className={classes.change}>
          <Text fw={550}>{changeSentence(change, names)}</Text>
          <ul className={classes.reasons}>
            {change.reasons.map((reason) => (
              <li key={reason}>
                <ReasonBadge reason={reason} /> {REASON_WORDS[reason]}
              </li>
            ))}
          </ul>
          <Steps figure={change.figure} steps={history.steps} names={names} />
        </li>
      ))}
    </ul>
  );
}

interface StepsProps {
  readonly figure: ChangeFigure;
  readonly steps: CompanyHistory['steps'];
  readonly names: Names;
}

/** The steps in which a figure moved, the latest first. */
function Steps({ figure, steps, names }: StepsProps) {
  const own = steps.flatMap(({ from, to, changes }) =>
    changes.filter((change) => change.figure === figure).map((change) => ({ ...change, from, to })),
  );
  return (
    <details className={classes.steps}>
      <summary>{formatCount(own.length, 'step', 'steps')}</summary>
      <ol>
        {own.toReversed().map(({ from, to, before, after, reasons }) => (
          <li key={from}>
            <span className={classes.stepDays}>
              {formatDay(from)} – {formatDay(to)}
            </span>
            <span>
              {figureWords(figure, before, names)} → {figureWords(figure, after, names)}
            </span>
            {reasons.map((reason) => (
              <ReasonBadge key={reason} reason={reason} />
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}

const COLORS: Readonly<Record<ChangeReason, string>> = {
  data: 'teal',
  stale: 'yellow',
  definitions: 'gray',
  override: 'red',
  others: 'gray',
};

function ReasonBadge({ reason }: { readonly reason: ChangeReason }) {
  return (
    <Badge size="sm" color={COLORS[reason]}>
      {REASON_NAMES[reason]}
    </Badge>
  );
}
