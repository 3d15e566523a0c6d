import { useState } from 'react';
import type { ProductCode } from '../../contract/product-codes.ts';
import type { StackItem } from '../../contract/stack-items.ts';
import { useMoney } from '../me/queries.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { formatWhole, NONE } from '../ui/numbers.ts';
import { type Sort, sortRows } from '../ui/sort-rows.ts';
import { CodeProducts } from './CodeProducts.tsx';
import { MapCode } from './MapCode.tsx';
import type { MapCode as Mapper } from './use-map-code.ts';

interface ProductCodesTableProps {
  readonly codes: readonly ProductCode[];
  readonly stack: readonly StackItem[];
  readonly mapping: Mapper;
}

const VALUES: Readonly<Record<string, (code: ProductCode) => number | string | null>> = {
  code: ({ code }) => code,
  description: ({ description }) => description,
  mrr: ({ mrr }) => mrr,
  companies: ({ companies }) => companies,
  lines: ({ lines }) => lines,
};

/** Codes with what they carry, each with the products that it means or the choice of one. */
export function ProductCodesTable({ codes, stack, mapping }: ProductCodesTableProps) {
  const money = useMoney();
  const [sort, setSort] = useState<Sort>({ column: 'mrr', order: 'desc' });
  const columns: readonly Column<ProductCode>[] = [
    { id: 'code', header: 'Code', width: 130, sortable: true, cell: ({ code }) => code },
    {
      id: 'description',
      header: 'Description',
      width: 220,
      sortable: true,
      cell: ({ description }) => description ?? NONE,
    },
    {
      id: 'mrr',
      header: 'MRR',
      width: 110,
      numeric: true,
      sortable: true,
      cell: ({ mrr }) => money.full(mrr),
    },
    {
      id: 'companies',
      header: 'Companies',
      width: 100,
      numeric: true,
      sortable: true,
      cell: ({ companies }) => formatWhole(companies),
    },
    { id: 'lines', header: 'Lines', width: 110, numeric: true, sortable: true, cell: linesInWords },
    {
      id: 'product',
      header: 'Product',
      width: 480,
      cell: (code) =>
        code.products.length > 0 ? (
          <CodeProducts code={code} mapping={mapping} />
        ) : (
          <MapCode code={code} stack={stack} mapping={mapping} />
        ),
    },
  ];
  const by = VALUES[sort.column] ?? (() => null);
  return (
    <DataTable
      label="Product codes"
      columns={columns}
      rows={sortRows(codes, by, sort.order)}
      rowKey={({ code }) => code}
      sort={sort}
      onSort={setSort}
      maxHeight="calc(100dvh - 300px)"
    />
  );
}

/** "12", or "12 + 3 idle": one-time lines and those not in force carry no MRR. */
function linesInWords({ lines, otherLines }: ProductCode): string {
  return otherLines > 0 ? `${formatWhole(lines)} + ${formatWhole(otherLines)} idle` : formatWhole(lines);
}
