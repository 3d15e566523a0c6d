import Check from 'lucide-react/icons/check';
import Circle from 'lucide-react/icons/circle';
import CircleSlash from 'lucide-react/icons/circle-slash';
import Minus from 'lucide-react/icons/minus';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import type { AnswerColor } from '../../domain/assessments/answer-scale.ts';
import classes from './assessments.module.css';

const ICONS = { green: Check, yellow: Minus, orange: TriangleAlert, red: X, blue: Circle, gray: CircleSlash };

/** An answer's colour with a shape of its own, so that nobody has to tell it by the colour. */
export function AnswerMark({ color, size = 16 }: { readonly color: AnswerColor; readonly size?: number }) {
  const Icon = ICONS[color];
  return (
    <span
      className={classes.mark}
      data-color={color}
      style={{ width: size + 6, height: size + 6 }}
      aria-hidden
    >
      <Icon size={size - 2} strokeWidth={2.6} />
    </span>
  );
}
