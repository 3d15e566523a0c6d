import { UnstyledButton } from '@mantine/core';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useEffect, useId, useRef } from 'react';
import type { Contract } from '../../contract/contracts.ts';
import { isOwnedThere } from '../editing/synced.ts';
import { moneyOf, useMay, useMe, useMoney } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { NONE } from '../ui/numbers.ts';
import type { ContractDialog } from './ContractDialogs.tsx';
import { ContractLines } from './ContractLines.tsx';
import classes from './contracts.module.css';
import { CYCLE_NAMES } from './cycle-names.ts';
import { RowButtons } from './RowButtons.tsx';
import { standingName } from './standing-names.ts';
import { Verdict } from './Verdict.tsx';
import { vendorName } from './vendor-name.ts';

interface ContractRowProps {
  readonly contract: Contract;
  readonly opened: boolean;
  readonly onToggle: () => void;
  /** How many columns the table has. */
  readonly columns: number;
  readonly onDialog: (dialog: ContractDialog) => void;
}

const SOURCES = { manual: 'by hand', import: 'imported' } as const;

/** Where a contract comes from, or since when it is not there any more. */
function sourceName({ source, syncedFrom }: Contract): string {
  if (source !== 'psa') return SOURCES[source];
  const { connection, goneOn } = syncedFrom!;
  return goneOn === null
    ? `from ${connection.name}`
    : `gone in ${connection.name} since ${formatDay(goneOn)}`;
}

/** A contract in the list, and beneath it, once opened, its lines. */
export function ContractRow({ contract, opened, onToggle, columns, onDialog }: ContractRowProps) {
  const { name, vendor, start, end, amount, mrr, oneTime, counts, reason } = contract;
  const { workspace } = useMe();
  const mayEdit = useMay('edit_companies');
  const money = useMoney();
  const id = useId();
  const row = useScrolledTo(opened);
  return (
    <>
      <tr ref={row} className={classes.contract}>
        <th scope="row" className={classes.name}>
          <UnstyledButton
            className={classes.opener ?? ''}
            aria-expanded={opened}
            aria-controls={opened ? id : undefined}
            onClick={onToggle}
          >
            <ChevronRight size={16} aria-hidden />
            {name}
          </UnstyledButton>
          <span className={classes.sub}>{vendorName(vendor)}</span>
        </th>
        <td>
          {standingName(contract, workspace.asOf)}
          <span className={classes.sub}>{sourceName(contract)}</span>
        </td>
        <td className={classes.days}>
          {start === null ? NONE : formatDay(start)}
          <span className={classes.sub}>{end === null ? 'no end' : `to ${formatDay(end)}`}</span>
        </td>
        <td className={classes.numeric}>
          {amount === null ? NONE : moneyOf(contract.currency ?? workspace.currency).full(amount)}
          <span className={classes.sub}>
            {contract.cycle === null
              ? (contract.unmappedCycle ?? CYCLE_NAMES.monthly)
              : CYCLE_NAMES[contract.cycle]}
          </span>
        </td>
        <td className={`${classes.numeric} ${mrr === 0 ? classes.quiet : ''}`}>{money.full(mrr)}</td>
        <td className={`${classes.numeric} ${oneTime === 0 ? classes.quiet : ''}`}>{money.full(oneTime)}</td>
        <td>
          <Verdict counts={counts} reason={reason} />
        </td>
        {mayEdit ? (
          <td className={classes.numeric}>
            <RowButtons
              name={name}
              onEdit={() => onDialog({ what: 'edit contract', contract })}
              onDelete={
                isOwnedThere(contract.syncedFrom, 'name')
                  ? null
                  : () => onDialog({ what: 'delete contract', contract })
              }
            />
          </td>
        ) : null}
      </tr>
      {opened ? (
        <tr>
          <td colSpan={columns} className={classes.opened}>
            <section className={classes.detail} id={id} aria-label={`Lines of ${name}`}>
              <ContractLines contract={contract} onDialog={onDialog} />
            </section>
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** A contract that is opened is brought into sight, from wherever it is opened. */
function useScrolledTo(opened: boolean) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (opened) row.current?.scrollIntoView({ block: 'nearest' });
  }, [opened]);
  return row;
}
