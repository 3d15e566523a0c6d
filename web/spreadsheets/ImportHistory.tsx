import { Button, Skeleton, Table, Text } from '@mantine/core';
import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type SheetImport, undoSheetImport } from '../../contract/spreadsheets.ts';
import { sheetKind } from '../../domain/spreadsheets/sheet-kinds.ts';
import { call } from '../api/call.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { formatMoment } from '../ui/days.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatWhole } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';

/** What was brought in before, each to be undone as a whole. */
export function ImportHistory({ imports }: { readonly imports: UseQueryResult<SheetImport[]> }) {
  const [undoing, setUndoing] = useState<SheetImport | null>(null);
  return (
    <Panel title="What was brought in">
      {imports.error && !imports.data ? (
        <LoadFailed error={imports.error} onRetry={() => void imports.refetch()} />
      ) : null}
      {imports.isPending ? <Skeleton h={80} /> : null}
      {imports.data?.length === 0 ? (
        <Text fz="sm" c="dimmed">
          Nothing yet.
        </Text>
      ) : null}
      {imports.data && imports.data.length > 0 ? (
        <Table.ScrollContainer
          minWidth={560}
          scrollAreaProps={{ tabIndex: 0, 'aria-label': 'What was brought in' }}
        >
          <Table fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>File</Table.Th>
                <Table.Th>Rows are</Table.Th>
                <Table.Th ta="right">New</Table.Th>
                <Table.Th ta="right">Changed</Table.Th>
                <Table.Th>When and by whom</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {imports.data.map((made) => (
                <Table.Tr key={made.id}>
                  <Table.Td dir="auto">{made.fileName}</Table.Td>
                  <Table.Td>{sheetKind(made.kind).label}</Table.Td>
                  <Table.Td ta="right">{formatWhole(made.created)}</Table.Td>
                  <Table.Td ta="right">{formatWhole(made.updated)}</Table.Td>
                  <Table.Td>
                    {formatMoment(made.importedAt)}, {made.importedBy.name}
                  </Table.Td>
                  <Table.Td>
                    {made.undoneAt === null ? (
                      <Button
                        size="compact-sm"
                        variant="default"
                        onClick={() => setUndoing(made)}
                        aria-label={`Undo ${made.fileName}`}
                      >
                        Undo
                      </Button>
                    ) : (
                      <Text fz="sm" c="dimmed">
                        Undone {formatMoment(made.undoneAt)}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      {undoing ? <UndoImport made={undoing} onClose={() => setUndoing(null)} /> : null}
    </Panel>
  );
}

function UndoImport({ made, onClose }: { readonly made: SheetImport; readonly onClose: () => void }) {
  const queryClient = useQueryClient();
  const undo = useMutation({
    mutationFn: () => call(undoSheetImport, { params: { id: made.id } }),
    onSuccess: () => {
      void queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <ConfirmModal
      title={`Undo the import of ${made.fileName}?`}
      action="Undo import"
      danger
      pending={undo.isPending}
      error={undo.error}
      onConfirm={() => undo.mutate()}
      onClose={onClose}
    >
      {formatWhole(made.created)} new rows go, {formatWhole(made.updated)} changed ones become what they were.
      If somebody has changed any of them since, nothing is undone.
    </ConfirmModal>
  );
}
