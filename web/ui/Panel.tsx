import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Icons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A card with a plain title; a landmark under that name. */
export function Panel({ title, actions, children, className }: PanelProps) {
  const id = useId();
  return (
    <section className={`${classes.panel} ${className ?? ''}`} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id} className={classes.title ?? ''}>
          {title}
        </Title>
        {actions}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
