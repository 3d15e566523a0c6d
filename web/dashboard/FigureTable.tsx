import { Anchor, Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface FigureRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly figures: readonly ReactNode[];
  readonly onOpen?: () => void;
}

interface FigureTableProps {
  readonly label: string;
  /** Of the first column, then of each figure. */
  readonly headers: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly maxHeight: string;
}

/** A chart's figures as a table; the first cell opens what the slice, bar or dot would. */
export function FigureTable({ label, headers, rows, maxHeight }: FigureTableProps) {
  return (
    <Table.ScrollContainer
      minWidth={Math.min(140 + headers.length * 80, 640)}
      maxHeight={maxHeight}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
    >
      <Table stickyHeader className="qd-figures" fz="sm">
        <Table.Thead>
          <Table.Tr>
            {headers.map((header, index) => (
              <Table.Th key={header} ta={index === 0 ? 'left' : 'right'}>
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, name, figures, onOpen }) => (
            <Table.Tr key={key}>
              <Table.Td>
                {onOpen ? (
                  <Anchor component="button" type="button" onClick={onOpen} fz="sm" ta="left">
                    {name}
                  </Anchor>
                ) : (
                  name
                )}
              </Table.Td>
              {figures.map((figure, index) => (
                <Table.Td key={headers[index + 1]} ta="right">
                  {figure}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
