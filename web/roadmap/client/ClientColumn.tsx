import { useId } from 'react';
import type { RoadmapStep } from '../../../contract/client-roadmap.ts';
import { useMoney } from '../../me/queries.ts';
import type { Money } from '../../ui/money.ts';
import classes from './client.module.css';

interface ClientColumnProps {
  readonly title: string;
  readonly steps: readonly RoadmapStep[];
  readonly descriptions: boolean;
  /** It has the whole width of the page, and its steps stand side by side. */
  readonly wide?: boolean;
}

/** The steps of a quarter. */
export function ClientColumn({ title, steps, descriptions, wide = false }: ClientColumnProps) {
  const id = useId();
  const money = useMoney();
  return (
    <section className={classes.column} data-wide={wide || undefined} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {steps.length === 0 ? <p className={classes.quiet}>No step is planned.</p> : null}
      <ul className={classes.steps}>
        {steps.map((step) => (
          <li key={step.id} className={classes.step}>
            <div className={classes.stepTitle} dir="auto">
              {step.title}
            </div>
            <div className={classes.facts}>
              {[step.status, step.priority === null ? null : `${step.priority} priority`, step.category]
                .filter((fact) => fact !== null)
                .map((fact) => (
                  <span key={fact}>{fact}</span>
                ))}
            </div>
            {descriptions && step.description !== null ? (
              <p className={classes.description} dir="auto">
                {step.description}
              </p>
            ) : null}
            <div className={classes.amounts}>{costWords(step, money)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "$120.00 a month · $800.00 once". */
function costWords({ mrr, oneTime }: RoadmapStep, money: Money): string {
  const words = [
    ...(mrr === 0 ? [] : [`${money.full(mrr)} a month`]),
    ...(oneTime === 0 ? [] : [`${money.full(oneTime)} once`]),
  ];
  return words.join(' · ') || 'No cost';
}
