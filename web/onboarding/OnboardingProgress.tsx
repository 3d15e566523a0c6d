import { Progress, Text } from '@mantine/core';
import type { Onboarding } from '../../contract/onboarding.ts';
import { SIDES } from '../../domain/onboarding/sides.ts';
import { formatDay } from '../ui/days.ts';
import { formatWhole } from '../ui/numbers.ts';
import classes from './onboarding.module.css';
import { SIDE_NAMES } from './side-names.ts';

/** How far an onboarding is: in all, and by side. */
export function OnboardingProgress({ progress }: { readonly progress: Onboarding['progress'] }) {
  const { done, all, overdue, required, nextDue, sides } = progress;
  const open = required.all - required.done;
  return (
    <div className={classes.progress}>
      <div>
        <div className={classes.total}>
          {formatWhole(done)} of {formatWhole(all)} done
        </div>
        <Text fz="sm" c="dimmed" component="div" className={classes.facts ?? ''}>
          {overdue > 0 ? (
            <Text span inherit c="red" fw={600}>
              {formatWhole(overdue)} overdue
            </Text>
          ) : null}
          {open > 0 ? <span>{formatWhole(open)} required still open</span> : null}
          {nextDue !== null && overdue === 0 ? <span>next due {formatDay(nextDue)}</span> : null}
          {done === all ? <span>everything is done</span> : null}
        </Text>
      </div>
      {SIDES.map((side) => (
        <div key={side} className={classes.side}>
          <Text fz="sm" component="div" className={classes.sideHead ?? ''}>
            <span>{SIDE_NAMES[side]}</span>
            <span className="qd-figures">
              {formatWhole(sides[side].done)} of {formatWhole(sides[side].all)}
            </span>
          </Text>
          <Progress
            value={sides[side].all === 0 ? 0 : (100 * sides[side].done) / sides[side].all}
            aria-label={`Tasks done, ${SIDE_NAMES[side]}`}
            size="md"
          />
        </div>
      ))}
    </div>
  );
}
