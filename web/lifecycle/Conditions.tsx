import { Text, VisuallyHidden } from '@mantine/core';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import type { Lifecycle, StageStanding } from '../../contract/lifecycle.ts';
import { ConditionLink } from './ConditionLink.tsx';
import classes from './lifecycle.module.css';

interface ConditionsProps {
  readonly lifecycle: Lifecycle;
  readonly conditions: StageStanding['conditions'];
}

/** What a stage asks for: what is there, and what is missing with the way to it. */
export function Conditions({ lifecycle, conditions }: ConditionsProps) {
  return (
    <ul className={classes.conditions} aria-label="What it asks for">
      {conditions.map(({ need, met, words, todo }) => (
        <li key={need} className={classes.condition} data-met={met}>
          {met ? <CircleCheck size={18} aria-hidden /> : <CircleDashed size={18} aria-hidden />}
          <Text span fz="sm" fw={met ? 450 : 600}>
            {met ? words : todo}
            <VisuallyHidden>{met ? ': met' : ': missing'}</VisuallyHidden>
          </Text>
          <span className={classes.conditionLink}>
            <ConditionLink lifecycle={lifecycle} need={need} met={met} />
          </span>
        </li>
      ))}
    </ul>
  );
}
