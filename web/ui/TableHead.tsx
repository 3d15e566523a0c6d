import { UnstyledButton } from '@mantine/core';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import classes from './DataTable.module.css';
import type { Sort } from './sort-rows.ts';

export interface HeadColumn {
  readonly id: string;
  readonly header: string;
  readonly numeric?: boolean;
  /** Can be sorted by; numbers start with the largest. */
  readonly sortable?: boolean;
}

interface TableHeadProps {
  readonly columns: readonly HeadColumn[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** The headers of a table; those that it can be sorted by are buttons. */
export function TableHead({ columns, sort, onSort }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const sorted = sort.column === column.id ? sort.order : null;
          return (
            <th
              key={column.id}
              scope="col"
              data-numeric={column.numeric || undefined}
              aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
            >
              {column.sortable ? (
                <UnstyledButton
                  className={classes.sorter ?? ''}
                  data-sorted={sorted ?? undefined}
                  onClick={() => onSort({ column: column.id, order: nextOrder(column, sorted) })}
                >
                  {column.header}
                  {sorted === 'asc' ? <ArrowUp size={13} aria-hidden /> : null}
                  {sorted === 'desc' ? <ArrowDown size={13} aria-hidden /> : null}
                </UnstyledButton>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function nextOrder({ numeric }: HeadColumn, sorted: Sort['order'] | null): Sort['order'] {
  const first = numeric ? 'desc' : 'asc';
  if (sorted !== first) return first;
  return first === 'asc' ? 'desc' : 'asc';
}
