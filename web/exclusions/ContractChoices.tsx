import { Button, Checkbox, Group, Skeleton, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExcludableContract } from '../../contract/exclusions.ts';
import { useMoney } from '../me/queries.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { type Sort, sortRows } from '../ui/sort-rows.ts';
import classes from './exclusions.module.css';
import { type Choice, excludableQuery } from './queries.ts';

interface ContractChoicesProps {
  readonly choice: Choice;
  readonly isExcluded: (contract: ExcludableContract) => boolean;
  readonly onContracts: (contracts: readonly ExcludableContract[], excluded: boolean) => void;
  /** Whether a standing rule excludes the vendor. */
  readonly vendorExcluded: boolean;
  readonly onVendor: (vendor: string, excluded: boolean) => void;
}

/** The contracts of what was chosen, each to be excluded by a tick; of a vendor also all of them, for good. */
export function ContractChoices(props: ContractChoicesProps) {
  const { choice, vendorExcluded, onVendor } = props;
  const contracts = useQuery(excludableQuery(choice));
  if (contracts.error) return <LoadFailed error={contracts.error} onRetry={() => void contracts.refetch()} />;
  return (
    <>
      {choice.kind === 'vendor' ? (
        <Switch
          mb="sm"
          label={`Always exclude ${choice.vendor}`}
          description="All its contracts, and its lines in other contracts; also those to come"
          checked={vendorExcluded}
          onChange={(event) => onVendor(choice.vendor, event.currentTarget.checked)}
        />
      ) : null}
      {contracts.data ? (
        <Choices {...props} contracts={contracts.data.items} />
      ) : (
        <Skeleton h={160} aria-label="Loading the contracts" />
      )}
    </>
  );
}

interface ChoicesProps extends ContractChoicesProps {
  readonly contracts: readonly ExcludableContract[];
}

function Choices({ choice, contracts, isExcluded, onContracts, vendorExcluded }: ChoicesProps) {
  const [sort, setSort] = useState<Sort>({ column: 'mrr', order: 'desc' });
  const columns = useColumns(choice, isExcluded, onContracts);
  const name = titleOf(choice);
  if (contracts.length === 0)
    return (
      <EmptyNote title="No contracts">
        {choice.kind === 'vendor' && vendorExcluded
          ? `No contract is of ${choice.vendor}. The rule stands for those to come, and for single lines.`
          : `${name} has none.`}
      </EmptyNote>
    );
  const all = contracts.every(isExcluded);
  return (
    <>
      <Group justify="space-between" gap="xs" mb={6}>
        <Text fz="sm" fw={550}>
          {name}: {formatCount(contracts.length, 'contract', 'contracts')}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            onContracts(
              contracts.filter((contract) => isExcluded(contract) === all),
              !all,
            )
          }
        >
          {all ? 'Exclude none' : `Exclude all ${contracts.length}`}
        </Button>
      </Group>
      <div className={classes.table}>
        <DataTable
          label={`Contracts: ${name}`}
          columns={columns}
          rows={sortRows(contracts, sortValues[sort.column] ?? sortValues.name, sort.order)}
          rowKey={({ id }) => id}
          sort={sort}
          onSort={setSort}
          maxHeight="50vh"
        />
      </div>
    </>
  );
}

function titleOf(choice: Choice): string {
  if (choice.kind === 'own') return 'Our own';
  return choice.kind === 'vendor' ? choice.vendor : choice.company.name;
}

function useColumns(
  choice: Choice,
  isExcluded: ContractChoicesProps['isExcluded'],
  onContracts: ContractChoicesProps['onContracts'],
): Column<ExcludableContract>[] {
  const money = useMoney();
  const whose =
    choice.kind === 'company'
      ? { id: 'vendor', header: 'Vendor', cell: vendorOf }
      : { id: 'company', header: 'Account', cell: (it: ExcludableContract) => it.company.name };
  return [
    {
      id: 'name',
      header: 'Contract',
      width: 220,
      sortable: true,
      cell: (contract) => (
        <Checkbox
          size="xs"
          styles={{ label: { fontSize: 'inherit' } }}
          label={contract.name}
          aria-label={`Exclude ${contract.name} of ${contract.company.name}`}
          checked={isExcluded(contract)}
          onChange={(event) => onContracts([contract], event.currentTarget.checked)}
        />
      ),
    },
    { ...whose, width: 140, sortable: true },
    {
      id: 'mrr',
      header: 'Per month',
      width: 105,
      numeric: true,
      sortable: true,
      cell: ({ mrr }) => money.full(mrr),
    },
    {
      id: 'oneTime',
      header: 'One-time',
      width: 105,
      numeric: true,
      sortable: true,
      cell: ({ oneTime }) => money.full(oneTime),
    },
    {
      id: 'reason',
      header: 'Counts today',
      width: 190,
      cell: ({ counts, reason }) => (counts ? 'Yes' : reason),
    },
  ];
}

const vendorOf = ({ vendor }: ExcludableContract): string => vendor ?? 'Our own';

const sortValues: Readonly<Record<string, (contract: ExcludableContract) => string | number>> & {
  readonly name: (contract: ExcludableContract) => string;
} = {
  name: ({ name }: ExcludableContract) => name,
  vendor: vendorOf,
  company: ({ company }: ExcludableContract) => company.name,
  mrr: ({ mrr }: ExcludableContract) => mrr,
  oneTime: ({ oneTime }: ExcludableContract) => oneTime,
};
