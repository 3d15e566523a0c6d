import { VisuallyHidden } from '@mantine/core';
import Check from 'lucide-react/icons/check';
import type { Lifecycle, StageStanding } from '../../contract/lifecycle.ts';
import { STAGES, type Stage } from '../../domain/portfolio/facts.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { formatDay } from '../ui/days.ts';
import { formatCount } from '../ui/numbers.ts';
import classes from './lifecycle.module.css';

type Place = 'behind' | 'here' | 'ahead';

const PLACE_WORDS: Readonly<Record<Place, string>> = {
  behind: 'passed',
  here: 'where it stands',
  ahead: 'not reached',
};

/** The way from prospect to active with the stage where the company stands; offboarded is on it only for those who left. */
export function StageLine({ lifecycle: { stage, stages, history } }: { readonly lifecycle: Lifecycle }) {
  const been = new Set(history.flatMap(({ from, to }) => [from, to]));
  const shown = stages.filter((one) => one.stage !== 'offboarded' || stage === 'offboarded');
  return (
    <ol className={classes.line} aria-label="Stages">
      {shown.map((one) => (
        <Stop key={one.stage} standing={one} place={placeOf(one.stage, stage, been)} />
      ))}
    </ol>
  );
}

function placeOf(stage: Stage, current: Stage, been: ReadonlySet<Stage | null>): Place {
  if (stage === current) return 'here';
  // whoever has left has passed only what is recorded
  if (current === 'offboarded') return been.has(stage) ? 'behind' : 'ahead';
  return STAGES.indexOf(stage) < STAGES.indexOf(current) ? 'behind' : 'ahead';
}

function Stop({ standing, place }: { readonly standing: StageStanding; readonly place: Place }) {
  const { stage, since, days } = standing;
  return (
    <li
      className={classes.stop}
      data-place={place}
      data-out={stage === 'offboarded' || undefined}
      aria-current={place === 'here' ? 'step' : undefined}
    >
      <span className={classes.mark} aria-hidden>
        {place === 'behind' ? <Check size={14} strokeWidth={3} /> : null}
      </span>
      <span className={classes.stopName}>{STAGE_NAMES[stage]}</span>
      <VisuallyHidden>, {PLACE_WORDS[place]}</VisuallyHidden>
      {days !== null && since !== null ? (
        <span className={classes.stopTime}>
          {formatCount(days, 'day', 'days')}
          <span className={classes.stopSince}>
            {' '}
            {place === 'ahead' ? 'last' : 'from'} {formatDay(since)}
          </span>
        </span>
      ) : null}
    </li>
  );
}
