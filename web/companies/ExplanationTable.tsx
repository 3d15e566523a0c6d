import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface ExplanationColumn<Row> {
  readonly header: string;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** What stands at the bottom. */
  readonly total?: ReactNode;
}

interface ExplanationTableProps<Row> {
  readonly label: string;
  readonly columns: readonly ExplanationColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A row that does not count is shown quietly. */
  readonly counts: (row: Row) => boolean;
  readonly empty: string;
}

/** The rows that a figure rests on, with what is left out shown quietly. */
export function ExplanationTable<Row>(props: ExplanationTableProps<Row>) {
  const { label, columns, rows, rowKey, counts, empty } = props;
  if (rows.length === 0) {
    return (
      <Text c="dimmed" fz="sm">
        {empty}
      </Text>
    );
  }
  return (
    <Table.ScrollContainer
      minWidth={columns.length * 110}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
    >
      <Table className="qd-figures" fz="sm" verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ header, numeric }) => (
              <Table.Th key={header} ta={numeric ? 'right' : 'left'}>
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)} c={counts(row) ? '' : 'dimmed'}>
              {columns.map(({ header, numeric, cell }) => (
                <Table.Td key={header} ta={numeric ? 'right' : 'left'}>
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {columns.some(({ total }) => total !== undefined) ? (
          <Table.Tfoot>
            <Table.Tr>
              {columns.map(({ header, numeric, total }) => (
                <Table.Td key={header} ta={numeric ? 'right' : 'left'} fw={650}>
                  {total}
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        ) : null}
      </Table>
    </Table.ScrollContainer>
  );
}
