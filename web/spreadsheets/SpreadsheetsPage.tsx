import { Alert, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import { useState } from 'react';
import { DropZone } from '../bundle/DropZone.tsx';
import { FormError } from '../ui/FormError.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { sheetImportsQuery } from './queries.ts';
import { type ReadSheet, readFile } from './read-file.ts';
import { SheetForm } from './SheetForm.tsx';
import { Templates } from './Templates.tsx';

interface OpenFile {
  readonly name: string;
  readonly sheets: readonly ReadSheet[];
}

/** Rows of a spreadsheet into the portfolio: which column is what, what it would do, and undoing what was done. */
export function SpreadsheetsPage() {
  const imports = useQuery(sheetImportsQuery);
  const [file, setFile] = useState<OpenFile | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState<string | null>(null);
  const open = async (chosen: File) => {
    setDone(null);
    setError(null);
    try {
      setFile({ name: chosen.name, sheets: await readFile(chosen) });
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <>
      <PageHeader
        title="Spreadsheets"
        note="Companies, contacts, contracts, alignments, scores and facts from .xlsx or .csv"
      />
      <Stack gap="md">
        {done === null ? null : (
          <Alert color="teal" role="status" title={done}>
            It can be undone below as long as nobody has changed its rows.
          </Alert>
        )}
        {file && imports.data ? (
          <SheetForm
            key={file.name}
            fileName={file.name}
            sheets={file.sheets}
            imports={imports.data}
            onClose={() => setFile(null)}
            onDone={(words) => {
              setFile(null);
              setDone(words);
            }}
          />
        ) : (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
            <Panel title="Bring in a spreadsheet">
              <Stack gap="sm">
                <Text c="dimmed" fz="sm">
                  Rows are matched by name or key. You see what would change, and every problem by its row,
                  before anything is written.
                </Text>
                <DropZone
                  icon={FileSpreadsheet}
                  title="Drop a spreadsheet (.xlsx or .csv) here, or choose one"
                  note="A row of headings first. The file is read in your browser."
                  accept=".xlsx,.csv,.tsv,.txt"
                  onFile={(chosen) => void open(chosen)}
                />
                <FormError error={error} />
              </Stack>
            </Panel>
            <Templates />
          </SimpleGrid>
        )}
        <ImportHistory imports={imports} />
      </Stack>
    </>
  );
}
