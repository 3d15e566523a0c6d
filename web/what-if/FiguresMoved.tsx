import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { FromTo } from './FromTo.tsx';
import classes from './what-if.module.css';

export interface FigureLine {
  readonly key: string;
  readonly label: ReactNode;
  /** As it is written. */
  readonly before: string;
  readonly after: string;
  /** How much more or less, as it is written; empty: it stays. */
  readonly difference: string;
}

interface FiguresMovedProps {
  readonly title: string;
  /** It stands above already; told to screen readers only. */
  readonly titleHidden?: boolean;
  readonly lines: readonly FigureLine[];
}

/** Figures as they are and as they would be; those that stay are quiet. */
export function FiguresMoved({ title, titleHidden = false, lines }: FiguresMovedProps) {
  return (
    <table className={classes.figures}>
      <caption className={classes.heading} style={{ textAlign: 'left', paddingBottom: 3 }}>
        {titleHidden ? <VisuallyHidden>{title}</VisuallyHidden> : title}
      </caption>
      <tbody>
        {lines.map(({ key, label, before, after, difference }) => (
          <tr key={key} data-moved={difference === '' ? undefined : true}>
            <th scope="row">{label}</th>
            <td>{difference === '' ? after : <FromTo before={before} after={after} />}</td>
            <td>{difference}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
