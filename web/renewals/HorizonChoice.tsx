import { useId } from 'react';
import type { Renewals } from '../../contract/renewals.ts';
import { useMoney } from '../me/queries.ts';
import { formatCount } from '../ui/numbers.ts';
import { HORIZONS, type Horizon } from './horizon.ts';
import classes from './renewals.module.css';

interface HorizonChoiceProps {
  readonly totals: Renewals['totals'];
  readonly within: Horizon;
  readonly onChange: (within: Horizon) => void;
}

/** 30, 60 or 90 days: what each has at stake, and which of them is shown. */
export function HorizonChoice({ totals, within, onChange }: HorizonChoiceProps) {
  const money = useMoney();
  const name = useId();
  return (
    <div className={classes.horizons} role="radiogroup" aria-label="Ending within">
      {HORIZONS.map((horizon) => {
        const total = totals.find(({ within: days }) => String(days) === horizon);
        return (
          <label key={horizon} className={classes.horizon} data-chosen={horizon === within || undefined}>
            <input
              type="radio"
              name={name}
              value={horizon}
              checked={horizon === within}
              onChange={() => onChange(horizon)}
              className={classes.radio}
            />
            <span>Within {horizon} days</span>
            <b>{money.full(total?.mrr ?? 0)}</b>
            <span>MRR at stake · {formatCount(total?.contracts ?? 0, 'contract', 'contracts')}</span>
          </label>
        );
      })}
    </div>
  );
}
