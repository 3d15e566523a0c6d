import type { FactSpread } from '../../../domain/what-if/fact-spread.ts';
import { formatCount, formatDecimal } from '../../ui/numbers.ts';
import classes from './admin.module.css';
import { Bars } from './Bars.tsx';
import { histogram } from './histogram.ts';

interface FactHistogramProps {
  readonly spread: FactSpread;
  readonly limits: readonly (number | null)[];
}

const PARTS = 40;

/** How a fact lies over the current clients, with the limits of the bands across it. */
export function FactHistogram({ spread, limits }: FactHistogramProps) {
  const { values, lacking } = spread;
  const lacks = lacking > 0 ? ` ${formatCount(lacking, 'client lacks', 'clients lack')} it.` : '';
  if (values.length === 0)
    return <div className={classes.quiet}>No current client has this fact.{lacks}</div>;
  const [least, most] = [values[0]!, values.at(-1)!];
  const marks = limits.filter((limit) => limit !== null && limit >= least && limit <= most && most > least);
  const middle = values[Math.floor(values.length / 2)]!;
  return (
    <div>
      <div style={{ position: 'relative' }}>
        <Bars counts={histogram(values, least, most, PARTS)} />
        {marks.map((limit) => (
          <span
            key={limit}
            aria-hidden
            style={{
              position: 'absolute',
              insetBlock: 0,
              left: `${((limit! - least) / (most - least)) * 100}%`,
              borderLeft: '2px dashed var(--mantine-primary-color-filled)',
            }}
          />
        ))}
      </div>
      <div className={classes.scale} aria-hidden>
        <span>{formatDecimal(least)}</span>
        <span>{formatDecimal(most)}</span>
      </div>
      <div className={classes.quiet}>
        {formatCount(values.length, 'client', 'clients')} from {formatDecimal(least)} to {formatDecimal(most)}
        , half of them up to {formatDecimal(middle)}.{lacks}
      </div>
    </div>
  );
}
