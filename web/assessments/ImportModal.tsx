import { FileInput, Select, Table, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import { type FormEvent, useState } from 'react';
import { ImportErrors } from '../bundle/ImportErrors.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { formatDay } from '../ui/days.ts';
import { formatCount, formatDecimal } from '../ui/numbers.ts';
import { type Chosen, fileErrorsOf, useAssessmentImport } from './use-assessment-import.ts';

interface ImportModalProps {
  /** For rows that name no company. */
  readonly company: string;
  readonly onClose: () => void;
}

const FORMS = [
  { value: 'quarterdeck', label: 'CSV with our columns' },
  { value: 'myitprocess', label: 'myITprocess' },
];

const COLUMNS = {
  quarterdeck:
    'company, template, takenOn, category, question, guidance, answer, points, possible, weight, note. An answer N/A does not apply.',
  myitprocess:
    'Organization, Review, Review Date, Section, Category, Question, Priority, Engineer Answer, vCIO Answer, Technical Analysis. Other columns are passed over.',
} as const;

/** Brings assessments in from a CSV file; what that will do is shown before anything is written. */
export function ImportModal({ company, onClose }: ImportModalProps) {
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>({
    form: 'quarterdeck',
    file: null,
    template: '',
    takenOn: '',
  });
  const { preview, write } = useAssessmentImport(company, () => {
    notifications.show({ message: 'The assessments are imported.' });
    void queryClient.invalidateQueries();
    onClose();
  });
  const choose = (change: Partial<Chosen>) => {
    const next = { ...chosen, ...change };
    setChosen(next);
    preview.reset();
    write.reset();
    if (next.file) preview.mutate(next);
  };
  const items = preview.data?.items ?? null;
  const fresh = items?.filter(({ there }) => !there).length ?? 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (preview.data && fresh > 0) write.mutate(preview.data.body);
  };
  const wrong = fileErrorsOf(write.error ?? preview.error);
  return (
    <EditModal
      title="Import assessments"
      onClose={onClose}
      onSubmit={submit}
      pending={write.isPending || preview.isPending}
      error={wrong ? null : (write.error ?? preview.error)}
      action={items && fresh === 0 ? 'Nothing to import' : 'Import'}
    >
      <Select
        label="Form"
        data={FORMS}
        allowDeselect={false}
        value={chosen.form}
        onChange={(form) => choose({ form: form === 'myitprocess' ? form : 'quarterdeck' })}
      />
      <Text fz="sm" c="dimmed">
        One question a row. Columns: {COLUMNS[chosen.form]}
      </Text>
      <FileInput
        label="File"
        placeholder="Choose a CSV file"
        accept=".csv,text/csv"
        clearable
        clearButtonProps={{ 'aria-label': 'Clear file' }}
        leftSection={<FileSpreadsheet size={16} aria-hidden />}
        value={chosen.file}
        onChange={(file) => choose({ file })}
      />
      <TextInput
        label="Template"
        description="For rows that name none"
        value={chosen.template}
        onChange={(event) => setChosen({ ...chosen, template: event.currentTarget.value })}
        onBlur={() => choose({})}
      />
      <TextInput
        type="date"
        label="Date"
        description="For rows without one"
        value={chosen.takenOn}
        onChange={(event) => choose({ takenOn: event.currentTarget.value })}
      />
      {wrong ? (
        <ImportErrors
          errors={wrong.errors}
          more={wrong.more}
          what="the file"
          onReset={() => choose({ file: null })}
        />
      ) : null}
      {items ? <Preview items={items} fresh={fresh} /> : null}
    </EditModal>
  );
}

type Items = NonNullable<ReturnType<typeof useAssessmentImport>['preview']['data']>['items'];

function Preview({ items, fresh }: { readonly items: Items; readonly fresh: number }) {
  return (
    <div>
      <Text fz="sm" fw={600} mb={4} role="status">
        {fresh === 0
          ? 'All of these are there already, and stay as they are.'
          : `${formatCount(fresh, 'assessment', 'assessments')} will be added:`}
      </Text>
      <Table.ScrollContainer minWidth={420}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Company</Table.Th>
              <Table.Th>Template</Table.Th>
              <Table.Th>Date</Table.Th>
              <Table.Th ta="right">Answers</Table.Th>
              <Table.Th ta="right">Score</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((it) => (
              <Table.Tr key={`${it.company.id} ${it.template} ${it.takenOn}`} c={it.there ? 'dimmed' : ''}>
                <Table.Td>{it.company.name}</Table.Td>
                <Table.Td>{it.template}</Table.Td>
                <Table.Td>{formatDay(it.takenOn)}</Table.Td>
                <Table.Td ta="right">{it.answered + it.notApplicable}</Table.Td>
                <Table.Td ta="right">{it.there ? 'there already' : formatDecimal(it.score)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}
