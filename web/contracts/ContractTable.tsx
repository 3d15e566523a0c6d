import { useMemo, useState } from 'react';
import type { Contract } from '../../contract/contracts.ts';
import { useMay } from '../me/queries.ts';
import { type Sort, sortRows } from '../ui/sort-rows.ts';
import { TableHead } from '../ui/TableHead.tsx';
import type { ContractDialog } from './ContractDialogs.tsx';
import { ContractRow } from './ContractRow.tsx';
import { ContractTotals } from './ContractTotals.tsx';
import classes from './contracts.module.css';
import type { CompanyContracts } from './queries.ts';

interface ContractTableProps {
  /** Those to show. */
  readonly contracts: readonly Contract[];
  readonly totals: CompanyContracts['totals'];
  /** Ids of those whose lines are shown. */
  readonly opened: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly onDialog: (dialog: ContractDialog) => void;
}

const COLUMNS = [
  { id: 'name', header: 'Contract', sortable: true },
  { id: 'status', header: 'Status', sortable: true },
  { id: 'end', header: 'Start and end', sortable: true },
  { id: 'amount', header: 'Amount', numeric: true },
  { id: 'mrr', header: 'MRR', numeric: true, sortable: true },
  { id: 'oneTime', header: 'One-time', numeric: true, sortable: true },
  { id: 'counts', header: 'Counts', sortable: true },
] as const;
const EDITING = { id: 'editing', header: '' } as const;

const SORT_BY: Readonly<Record<string, (contract: Contract) => number | string | null>> = {
  name: ({ name }) => name,
  status: ({ status }) => status,
  end: ({ end }) => end,
  mrr: ({ mrr }) => mrr,
  oneTime: ({ oneTime }) => oneTime,
  counts: ({ counts }) => (counts ? 0 : 1),
};

/** A company's contracts; each opens to its lines. */
export function ContractTable(props: ContractTableProps) {
  const { contracts, totals, opened, onToggle, onDialog } = props;
  const mayEdit = useMay('edit_companies');
  const [sort, setSort] = useState<Sort>({ column: 'name', order: 'asc' });
  const sorted = useMemo(() => {
    const by = SORT_BY[sort.column];
    return by ? sortRows(contracts, by, sort.order) : contracts;
  }, [contracts, sort]);
  const columns = mayEdit ? [...COLUMNS, EDITING] : COLUMNS;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={classes.frame} tabIndex={0} aria-label="List of contracts">
      <table className={classes.table}>
        <TableHead columns={columns} sort={sort} onSort={setSort} />
        <tbody>
          {sorted.map((contract) => (
            <ContractRow
              key={contract.id}
              contract={contract}
              opened={opened.includes(contract.id)}
              onToggle={() => onToggle(contract.id)}
              columns={columns.length}
              onDialog={onDialog}
            />
          ))}
        </tbody>
        <ContractTotals totals={totals} columnsAfter={columns.length - 6} />
      </table>
    </section>
  );
}
