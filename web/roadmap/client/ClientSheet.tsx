import type { ClientRoadmap } from '../../../contract/client-roadmap.ts';
import { useMe } from '../../me/queries.ts';
import { formatDay } from '../../ui/days.ts';
import { periodName } from '../../ui/quarters.ts';
import { ClientBudget } from './ClientBudget.tsx';
import { ClientColumn } from './ClientColumn.tsx';
import classes from './client.module.css';
import { YearTiles } from './YearTiles.tsx';

interface ClientSheetProps {
  readonly roadmap: ClientRoadmap;
  /** Whether the steps are described. */
  readonly descriptions: boolean;
}

/** What a client is shown: the steps by quarter, what they cost by quarter and year, and what has been done. */
export function ClientSheet({ roadmap, descriptions }: ClientSheetProps) {
  const { company, provider, vcio, asOf, columns, completed } = roadmap;
  const { currency } = useMe().workspace;
  const planned = columns.some(({ steps }) => steps.length > 0);
  const [carriedOver, unplanned] = (['past', 'unplanned'] as const).map(
    (wanted) => columns.find(({ kind }) => kind === wanted)?.steps ?? [],
  );
  return (
    <>
      <div className={classes.head}>
        <div className={classes.provider}>{provider}</div>
        <div className={classes.day}>{formatDay(asOf)}</div>
        <h1 dir="auto">{company.name}</h1>
        <p className={classes.subtitle}>
          IT roadmap and budget{vcio === null ? '' : ` · your vCIO: ${vcio}`}
        </p>
      </div>
      {planned ? <YearTiles budget={roadmap.budget} /> : null}
      <section aria-labelledby="roadmap">
        <h2 id="roadmap">Roadmap</h2>
        {planned ? null : <p className={classes.quiet}>Nothing is planned at present.</p>}
        {carriedOver && carriedOver.length > 0 ? (
          <ClientColumn
            wide
            title="Carried over from earlier quarters"
            steps={carriedOver}
            descriptions={descriptions}
          />
        ) : null}
        {planned ? (
          <div className={classes.quarters}>
            {columns.map(({ quarter, steps }) =>
              quarter === null ? null : (
                <ClientColumn
                  key={quarter}
                  title={periodName(quarter)}
                  steps={steps}
                  descriptions={descriptions}
                />
              ),
            )}
          </div>
        ) : null}
        {unplanned && unplanned.length > 0 ? (
          <ClientColumn wide title="To be scheduled" steps={unplanned} descriptions={descriptions} />
        ) : null}
      </section>
      {planned ? <ClientBudget roadmap={roadmap} /> : null}
      {completed.length > 0 ? (
        <section aria-labelledby="completed">
          <h2 id="completed">Completed</h2>
          <ul className={classes.completed}>
            {completed.map(({ id, title, targetQuarter }) => (
              <li key={id} dir="auto">
                {title}{' '}
                {targetQuarter === null ? null : (
                  <span className={classes.quiet}>{periodName(targetQuarter)}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <footer className={classes.foot}>
        Amounts are in {currency}. What is paid every month begins in the first month of its quarter. Steps
        are proposals until they are agreed.
      </footer>
    </>
  );
}
