import { useMoney } from '../me/queries.ts';
import classes from './contracts.module.css';
import type { CompanyContracts } from './queries.ts';

interface ContractTotalsProps {
  readonly totals: CompanyContracts['totals'];
  /** How many columns follow that of one-time. */
  readonly columnsAfter: number;
}

/** What the contracts come to, and what is set by hand instead. */
export function ContractTotals({ totals, columnsAfter }: ContractTotalsProps) {
  const money = useMoney();
  const { mrrOverride, oneTimeOverride } = totals;
  const overridden = (override: number | null) => (override === null ? '' : money.full(override));
  return (
    <tfoot>
      <tr>
        <th scope="row">From contracts</th>
        <td colSpan={3} />
        <td className={classes.numeric}>{money.full(totals.mrrFromContracts)}</td>
        <td className={classes.numeric}>{money.full(totals.oneTimeFromContracts)}</td>
        <td colSpan={columnsAfter} />
      </tr>
      {mrrOverride === null && oneTimeOverride === null ? null : (
        <tr>
          <th scope="row">Set by hand instead</th>
          <td colSpan={3} />
          <td className={classes.numeric}>{overridden(mrrOverride)}</td>
          <td className={classes.numeric}>{overridden(oneTimeOverride)}</td>
          <td colSpan={columnsAfter} className={classes.quiet}>
            {overrideInWords(totals)}
          </td>
        </tr>
      )}
    </tfoot>
  );
}

function overrideInWords({ mrrOverride, oneTimeOverride }: CompanyContracts['totals']): string {
  if (mrrOverride !== null && oneTimeOverride !== null) return 'Holds for MRR and one-time';
  return `Holds for ${mrrOverride === null ? 'one-time' : 'MRR'}`;
}
