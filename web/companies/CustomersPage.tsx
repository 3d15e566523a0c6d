import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import Search from 'lucide-react/icons/search';
import { useCallback, useState } from 'react';
import { NoCompanies } from '../dashboard/NoCompanies.tsx';
import { useStatusNamed } from '../dashboard/use-statuses.ts';
import { useMe, useMoney } from '../me/queries.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import panel from '../ui/Panel.module.css';
import { AddCompany } from './AddCompany.tsx';
import { CustomersSkeleton } from './CustomersSkeleton.tsx';
import { customerColumns } from './customer-columns.tsx';
import { listSearch, readList } from './list-search.ts';
import { type CustomerList, customersQuery } from './queries.ts';
import { useSegmentNamed } from './use-segments.ts';

/** The companies one sees, with their figures. */
export function CustomersPage() {
  const { companies } = useMe();
  return companies === 0 ? <NoCompanies page="Customers" /> : <Customers count={companies} />;
}

function Customers({ count }: { readonly count: number }) {
  const list = readList(useSearch({ from: '/app/customers' }));
  const navigate = useNavigate();
  const change = (part: Partial<CustomerList>) =>
    void navigate({ to: '/customers', search: listSearch({ ...list, ...part }), replace: true });
  return (
    <>
      <PageHeader title="Customers" note={`${formatCount(count, 'company', 'companies')}, in any stage`}>
        <SearchField search={list.search} onSearch={(search) => change({ search })} />
        <AddCompany />
      </PageHeader>
      <CustomerTable list={list} onChange={change} />
    </>
  );
}

function SearchField({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [text, setText] = useState(search);
  const settle = useDebouncedCallback(onSearch, 150);
  return (
    <TextInput
      type="search"
      aria-label="Find a company"
      placeholder="Find a company"
      leftSection={<Search size={15} aria-hidden />}
      w={260}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        settle(event.currentTarget.value.trim());
      }}
    />
  );
}

interface CustomerTableProps {
  readonly list: CustomerList;
  readonly onChange: (part: Partial<CustomerList>) => void;
}

function CustomerTable({ list, onChange }: CustomerTableProps) {
  const money = useMoney();
  const statusNamed = useStatusNamed();
  const segmentNamed = useSegmentNamed();
  const found = useInfiniteQuery(customersQuery(list));
  const { fetchNextPage, hasNextPage, isFetching } = found;
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  if (found.error && !found.data)
    return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <CustomersSkeleton />;
  const rows = found.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return <EmptyNote title="No company has that name">Try fewer letters, or another spelling.</EmptyNote>;
  }
  return (
    <div className={panel.panel}>
      <DataTable
        label="Customers"
        columns={customerColumns(money, statusNamed, segmentNamed)}
        rows={rows}
        rowKey={({ id }) => id}
        sort={{ column: list.sort, order: list.order }}
        onSort={({ column, order }) => onChange({ sort: column as CustomerList['sort'], order })}
        maxHeight="calc(100vh - 150px)"
        onEnd={more}
      />
    </div>
  );
}
