import { Anchor } from '@mantine/core';
import type { Retention } from '../../contract/retention.ts';
import { EXPLAINED_NAMES } from '../../domain/retention/definitions.ts';
import type { RetentionFigure } from '../../domain/retention/figures.ts';
import { useMoney } from '../me/queries.ts';
import { formatWhole } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { definitionOf, LEDGER } from './figure-names.ts';
import classes from './retention.module.css';

interface LedgerPanelProps {
  readonly figures: NonNullable<Retention['months'][number]['figures']>;
  readonly onOpen: (figure: RetentionFigure) => void;
}

/** From the MRR at the start to that at the end, line by line with what each means. */
export function LedgerPanel({ figures, onOpen }: LedgerPanelProps) {
  const money = useMoney();
  return (
    <Panel title="What moved MRR">
      <table className={`${classes.ledger} qd-figures`}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Clients</th>
            <th scope="col">MRR</th>
          </tr>
        </thead>
        <tbody>
          {LEDGER.map((line) => {
            const { mrr, companies } = figures[line];
            return (
              <tr key={line} data-sum={line === 'start' || line === 'end' || undefined}>
                <th scope="row">
                  {mrr === 0 && companies === 0 ? (
                    EXPLAINED_NAMES[line]
                  ) : (
                    <Anchor component="button" type="button" fz="sm" fw={550} onClick={() => onOpen(line)}>
                      {EXPLAINED_NAMES[line]}
                    </Anchor>
                  )}
                  <span className={classes.definition}>{definitionOf(line)}</span>
                </th>
                <td>{formatWhole(companies)}</td>
                <td>{money.full(mrr)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
