import { Table } from '@mantine/core';
import { formatWhole } from '../ui/numbers.ts';
import type { FileResult } from './import-state.ts';

/** What an import did, or would do, file by file. */
export function ImportCounts({ files }: { readonly files: readonly FileResult[] }) {
  return (
    <Table className="qd-figures" fz="sm" maw={560}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>File</Table.Th>
          <Table.Th ta="right">Created</Table.Th>
          <Table.Th ta="right">Updated</Table.Th>
          <Table.Th ta="right">Unchanged</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {files.map(({ file, created, updated, unchanged }) => (
          <Table.Tr key={file}>
            <Table.Td>{file}</Table.Td>
            <Table.Td ta="right">{formatWhole(created)}</Table.Td>
            <Table.Td ta="right">{formatWhole(updated)}</Table.Td>
            <Table.Td ta="right">{formatWhole(unchanged)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
