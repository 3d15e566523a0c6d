import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SettingsTable.module.css';

interface SettingsTableProps {
  readonly label: string;
  /** The last one is of the buttons, and has no words of its own on the screen. */
  readonly headers: readonly string[];
  readonly children: ReactNode;
}

/** A table of a few dozen things, with what can be done to each at the end of its row. */
export function SettingsTable({ label, headers, children }: SettingsTableProps) {
  return (
    <Table.ScrollContainer
      minWidth={760}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': label } }}
    >
      <Table aria-label={label} className={classes.table ?? ''}>
        <Table.Thead>
          <Table.Tr>
            {headers.map((header) => (
              <Table.Th key={header}>{header}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
