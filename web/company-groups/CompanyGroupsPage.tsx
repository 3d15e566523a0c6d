import { Anchor, Skeleton, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Search from 'lucide-react/icons/search';
import { useMemo, useState } from 'react';
import type { AccountGroup } from '../../contract/account-groups.ts';
import type { CompanyGroups } from '../../contract/company-groups.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { PermissionsHeader } from '../permissions/PermissionsHeader.tsx';
import classes from '../permissions/permissions.module.css';
import { accountGroupsQuery, companyGroupsQuery } from '../permissions/queries.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import panel from '../ui/Panel.module.css';
import { type Sort, sortRows } from '../ui/sort-rows.ts';
import { CompanyGroupsModal } from './CompanyGroupsModal.tsx';

/** Which account groups list which company; a company's name opens the window in which they are assigned. */
export function CompanyGroupsPage() {
  const companies = useQuery(companyGroupsQuery);
  const groups = useQuery(accountGroupsQuery);
  const [search, setSearch] = useState('');
  const [editing, setEditing] = useState<CompanyGroups | null>(null);
  const error = companies.error ?? groups.error;
  if (error)
    return (
      <LoadFailed error={error} onRetry={() => void Promise.all([companies.refetch(), groups.refetch()])} />
    );
  return (
    <>
      <PermissionsHeader
        title="Company Groups"
        note="Members of an account group see the companies that are assigned to it"
      />
      <div className={panel.panel}>
        <div className={classes.tools}>
          <TextInput
            aria-label="Search companies"
            placeholder="Search companies"
            leftSection={<Search size={14} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            maw={320}
          />
        </div>
        {companies.data && groups.data ? (
          <CompanyTable
            companies={companies.data.items}
            groups={groups.data.items}
            search={search}
            onEdit={setEditing}
          />
        ) : (
          <Skeleton h={300} />
        )}
      </div>
      {editing && groups.data ? (
        <CompanyGroupsModal company={editing} groups={groups.data.items} onClose={() => setEditing(null)} />
      ) : null}
    </>
  );
}

interface CompanyTableProps {
  readonly companies: readonly CompanyGroups[];
  readonly groups: readonly AccountGroup[];
  readonly search: string;
  readonly onEdit: (company: CompanyGroups) => void;
}

function CompanyTable({ companies, groups, search, onEdit }: CompanyTableProps) {
  const [sort, setSort] = useState<Sort>({ column: 'name', order: 'asc' });
  const columns = useMemo(() => columnsFor(groups, onEdit), [groups, onEdit]);
  const rows = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    const found = companies.filter(({ name }) => name.toLowerCase().includes(wanted));
    const value = VALUES[sort.column as keyof typeof VALUES];
    return sortRows(found, value, sort.order);
  }, [companies, search, sort]);
  if (companies.length === 0)
    return (
      <EmptyNote title="No companies yet">
        Companies come with an import, or are added on the page Customers.
      </EmptyNote>
    );
  return (
    <>
      <DataTable
        label="Companies and their account groups"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={setSort}
        maxHeight="calc(100vh - 300px)"
      />
      <Text fz="xs" c="dimmed" px="md" py={8} className="qd-figures" aria-live="polite">
        {rows.length === companies.length
          ? formatCount(rows.length, 'company', 'companies')
          : `${rows.length} of ${formatCount(companies.length, 'company', 'companies')}`}
      </Text>
    </>
  );
}

const VALUES = {
  name: ({ name }: CompanyGroups) => name,
  stage: ({ stage }: CompanyGroups) => STAGE_NAMES[stage],
  groups: ({ accountGroups }: CompanyGroups) => accountGroups.length,
} as const;

function columnsFor(
  groups: readonly AccountGroup[],
  onEdit: (company: CompanyGroups) => void,
): Column<CompanyGroups>[] {
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return [
    {
      id: 'name',
      header: 'Company',
      width: 220,
      sortable: true,
      cell: (company) => (
        <Anchor component="button" type="button" fz="sm" fw={550} onClick={() => onEdit(company)}>
          {company.name}
        </Anchor>
      ),
    },
    {
      id: 'stage',
      header: 'Stage',
      width: 110,
      sortable: true,
      cell: ({ stage }) => STAGE_NAMES[stage],
    },
    {
      id: 'groups',
      header: 'Account groups',
      width: 340,
      numeric: false,
      sortable: true,
      cell: ({ accountGroups }) =>
        accountGroups.map((id) => names.get(id) ?? id).join(', ') || (
          <Text span fz="sm" c="dimmed">
            in no group
          </Text>
        ),
    },
  ];
}
