import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { linkRecommendation } from '../../contract/alignment.ts';
import type { AssessmentAnswer } from '../../contract/assessments.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useMay } from '../me/queries.ts';
import { stackQuery } from '../stack-items/queries.ts';

interface RecommendProps {
  readonly company: string;
  /** Of the assessment. */
  readonly template: string;
  readonly answer: AssessmentAnswer;
}

/** Makes a recommendation of what was answered badly, for the stack item that would mend it. */
export function Recommend({ company, template, answer }: RecommendProps) {
  const mayEdit = useMay('edit_companies');
  const [open, setOpen] = useState(false);
  const { stackItem, question } = answer;
  if (!mayEdit) return null;
  return (
    <>
      <Button
        variant="default"
        size="sm"
        aria-label={`Recommend ${stackItem?.name ?? 'something'} for “${question}”`}
        onClick={() => setOpen(true)}
      >
        {stackItem ? `Recommend ${stackItem.name}` : 'Recommend…'}
      </Button>
      {open ? (
        <RecommendModal
          company={company}
          template={template}
          answer={answer}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function RecommendModal({
  company,
  template,
  answer,
  onClose,
}: RecommendProps & { readonly onClose: () => void }) {
  const companyChanged = useCompanyChanged();
  const stack = useQuery(stackQuery).data?.items ?? [];
  const [stackItem, setStackItem] = useState(answer.stackItem?.id ?? null);
  const [title, setTitle] = useState(`${answer.stackItem?.name ?? answer.question} (${template})`);
  const create = useMutation({
    mutationFn: (item: string) =>
      call(linkRecommendation, { params: { id: company, stackItem: item }, body: { title: title.trim() } }),
    onSuccess: () => {
      notifications.show({ message: 'The recommendation is created.' });
      void companyChanged();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '' && stackItem !== null) create.mutate(stackItem);
  };
  return (
    <EditModal
      title="Recommend"
      onClose={onClose}
      onSubmit={submit}
      pending={create.isPending}
      error={create.error}
      action="Create"
    >
      <TextInput
        label="Title"
        required
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        dir="auto"
        data-autofocus
      />
      <Select
        label="Stack item that mends it"
        description="The recommendation is linked to it on the company’s stack alignment, where its amounts can be set"
        required
        searchable
        data={stack
          .filter(({ retired, id }) => !retired || id === stackItem)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={stackItem}
        onChange={setStackItem}
      />
    </EditModal>
  );
}
