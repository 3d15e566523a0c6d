import { Button, Group, Text } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import type { Contract, ContractLine } from '../../contract/contracts.ts';
import { ExplanationTable } from '../companies/ExplanationTable.tsx';
import { isOwnedThere } from '../editing/synced.ts';
import { moneyOf, useMay, useMe } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { NONE } from '../ui/numbers.ts';
import type { ContractDialog } from './ContractDialogs.tsx';
import { REVENUE_FROM_NAMES } from './contract-fields.ts';
import classes from './contracts.module.css';
import { cycleName } from './cycle-names.ts';
import { lineName } from './line-name.ts';
import { RowButtons } from './RowButtons.tsx';
import { Verdict } from './Verdict.tsx';

interface ContractLinesProps {
  readonly contract: Contract;
  readonly onDialog: (dialog: ContractDialog) => void;
}

/** A contract's own amount and its lines: what each is worth, whether it counts, and why. */
export function ContractLines({ contract, onDialog }: ContractLinesProps) {
  const mayEdit = useMay('edit_companies') && !isOwnedThere(contract.syncedFrom, 'lines');
  const { from, reason } = contract.counted;
  return (
    <>
      <Group justify="space-between" mb={6} gap="xs">
        <Text fz="sm" c="dimmed">
          Its MRR comes from {REVENUE_FROM_NAMES[from]}: {lowerFirst(reason)}.
        </Text>
        {mayEdit ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => onDialog({ what: 'edit line', contract, line: null })}
          >
            Add line
          </Button>
        ) : null}
      </Group>
      <LineTable contract={contract} onDialog={onDialog} />
    </>
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The amount of its own (line null), or a line. */
type Row = NonNullable<Contract['header']> & { readonly line: ContractLine | null };

function LineTable({ contract, onDialog }: ContractLinesProps) {
  const { workspace } = useMe();
  const mayEdit = useMay('edit_companies') && !isOwnedThere(contract.syncedFrom, 'lines');
  const { header, lines } = contract;
  const own = moneyOf(contract.currency ?? workspace.currency);
  const rows: readonly Row[] = [
    ...(header ? [{ ...header, line: null }] : []),
    ...lines.map((line) => ({ ...line, line })),
  ];
  return (
    <ExplanationTable
      label={`Lines of ${contract.name}, one by one`}
      rows={rows}
      rowKey={({ line }) => line?.id ?? ''}
      counts={({ counts }) => counts}
      empty="It has no amount and no line yet."
      columns={[
        { header: 'Line', cell: ({ line }) => <LineName line={line} /> },
        {
          header: 'Quantity',
          numeric: true,
          cell: ({ line }) => (line ? (line.quantity ?? '1') : NONE),
        },
        {
          header: 'Unit price',
          numeric: true,
          cell: ({ line }) => {
            const price = line ? line.unitPrice : contract.amount;
            return price === null ? NONE : own.full(price);
          },
        },
        { header: 'Billed', cell: ({ worthCycle }) => cycleName(worthCycle) },
        {
          header: 'Runs',
          cell: ({ line }) => (
            <Runs start={(line ?? contract).start} until={line ? cancelled(line) : ended(contract)} />
          ),
        },
        { header: 'Worth', numeric: true, cell: worthInWords },
        { header: 'Counts', cell: ({ counts, reason }) => <Verdict counts={counts} reason={reason} /> },
        ...(mayEdit
          ? [
              {
                header: '',
                numeric: true,
                cell: ({ line }: Row) =>
                  line ? (
                    <RowButtons
                      name={`line ${lineName(line)}`}
                      onEdit={() => onDialog({ what: 'edit line', contract, line })}
                      onDelete={() => onDialog({ what: 'delete line', line })}
                    />
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}

/** A line by its name, with its product code and vendor. */
function LineName({ line }: { readonly line: ContractLine | null }) {
  if (line === null) return 'The contract’s own amount';
  const { description, productCode, vendor } = line;
  return (
    <span>
      {lineName(line)}
      <span className={classes.sub}>
        {[description === null ? null : productCode, vendor].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}

const ended = ({ end }: Contract) => (end === null ? '' : `to ${formatDay(end)}`);
const cancelled = ({ cancelledOn }: ContractLine) =>
  cancelledOn === null ? '' : `cancelled on ${formatDay(cancelledOn)}`;

interface RunsProps {
  readonly start: string | null;
  /** The last day, or the first without. */
  readonly until: string;
}

function Runs({ start, until }: RunsProps) {
  return (
    <span className={classes.days}>
      {start === null ? NONE : `from ${formatDay(start)}`}
      <span className={classes.sub}>{until}</span>
    </span>
  );
}

/** "$540.00 a month", "$1,200.00 once", or nothing where nobody knows. */
function worthInWords({ worth, worthCurrency, worthCycle }: Row): string {
  if (worthCycle === null) return NONE;
  return `${moneyOf(worthCurrency).full(worth)} ${worthCycle === 'onetime' ? 'once' : 'a month'}`;
}
