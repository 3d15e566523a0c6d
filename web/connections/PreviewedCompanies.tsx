import { Badge, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '../../contract/connections.ts';
import type { PreviewedCompany } from '../../contract/sync-preview.ts';
import { useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { AnchorLink } from '../ui/links.tsx';
import { formatCount, NONE } from '../ui/numbers.ts';
import { type Sort, sortRows } from '../ui/sort-rows.ts';
import { MatchModal } from './MatchModal.tsx';

interface PreviewedCompaniesProps {
  readonly connection: Connection;
  readonly companies: readonly PreviewedCompany[];
}

const ACTIONS: Readonly<Record<PreviewedCompany['action'], readonly [label: string, color: string]>> = {
  create: ['New', 'teal'],
  match: ['Matched', 'blue'],
  keep: ['Linked', 'gray'],
  deactivate: ['Deactivated', 'red'],
  'bring back': ['Brought back', 'teal'],
  'leave out': ['Left out', 'gray'],
  ask: ['Say which', 'yellow'],
};

const nameOf = ({ name }: PreviewedCompany) => name;
const VALUES: Readonly<Record<string, (row: PreviewedCompany) => number | string | null>> = {
  name: nameOf,
  action: ({ action }) => ACTIONS[action][0],
  mrr: ({ mrr }) => mrr,
};

/** Every company of the system, with what becomes of it and why. */
export function PreviewedCompanies({ connection, companies }: PreviewedCompaniesProps) {
  const money = useMoney();
  const [sort, setSort] = useState<Sort>({ column: 'name', order: 'asc' });
  const [matching, setMatching] = useState<PreviewedCompany | null>(null);
  const asked = companies.filter(({ action }) => action === 'ask').length;
  const columns: readonly Column<PreviewedCompany>[] = [
    { id: 'name', header: 'There', width: 200, sortable: true, cell: ({ name }) => name },
    {
      id: 'action',
      header: 'What becomes of it',
      width: 150,
      sortable: true,
      cell: ({ action }) => <Action action={action} />,
    },
    {
      id: 'company',
      header: 'Here',
      width: 160,
      cell: ({ company, action }) =>
        company && action !== 'create' ? (
          <AnchorLink {...paths.customer(company.id)}>{company.name}</AnchorLink>
        ) : (
          NONE
        ),
    },
    { id: 'reason', header: 'Why', width: 280, cell: ({ reason }) => reason },
    {
      id: 'mrr',
      header: 'MRR',
      width: 110,
      numeric: true,
      sortable: true,
      cell: ({ mrr }) => (mrr === null ? NONE : money.full(mrr)),
    },
    {
      id: 'match',
      header: 'Match',
      width: 80,
      cell: (row) => (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => setMatching(row)}
          aria-label={`Match ${row.name}`}
        >
          Match
        </Button>
      ),
    },
  ];
  return (
    <Stack gap="xs">
      {asked > 0 ? (
        <Text fz="sm" fw={550} role="status">
          {formatCount(asked, 'company', 'companies')} may be several of ours: say which.
        </Text>
      ) : null}
      <DataTable
        label="Companies of the system"
        columns={columns}
        rows={sortRows(companies, VALUES[sort.column] ?? nameOf, sort.order)}
        rowKey={({ record }) => record}
        sort={sort}
        onSort={setSort}
        maxHeight="420px"
      />
      {matching ? (
        <MatchModal connection={connection} row={matching} onClose={() => setMatching(null)} />
      ) : null}
    </Stack>
  );
}

function Action({ action }: Pick<PreviewedCompany, 'action'>) {
  const [label, color] = ACTIONS[action];
  return (
    <Badge variant="light" color={color}>
      {label}
    </Badge>
  );
}
