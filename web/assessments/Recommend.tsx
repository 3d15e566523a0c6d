import { Button, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { linkRecommendation } from '../../contract/alignment.ts';
import type { AssessmentAnswer } from '../../contract/assessments.ts';
import type { Named } from '../../contract/values.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useMay } from '../me/queries.ts';

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
  const { stackItem } = answer;
  if (!mayEdit || stackItem === null) return null;
  return (
    <>
      <Button
        variant="default"
        size="sm"
        aria-label={`Recommend ${stackItem.name} for “${answer.question}”`}
        onClick={() => setOpen(true)}
      >
        Recommend {stackItem.name}
      </Button>
      {open ? (
        <RecommendModal
          company={company}
          template={template}
          stackItem={stackItem}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

interface RecommendModalProps extends Omit<RecommendProps, 'answer'> {
  readonly stackItem: Named;
  readonly onClose: () => void;
}

function RecommendModal({ company, template, stackItem, onClose }: RecommendModalProps) {
  const companyChanged = useCompanyChanged();
  const [title, setTitle] = useState(`${stackItem.name} (${template})`);
  const create = useMutation({
    mutationFn: () =>
      call(linkRecommendation, {
        params: { id: company, stackItem: stackItem.id },
        body: { title: title.trim() },
      }),
    onSuccess: () => {
      notifications.show({ message: 'The recommendation is created.' });
      void companyChanged();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') create.mutate();
  };
  return (
    <EditModal
      title={`Recommend ${stackItem.name}`}
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
      <Text fz="sm" c="dimmed">
        It is linked to {stackItem.name} on the company’s stack alignment, where its amounts can be set.
      </Text>
    </EditModal>
  );
}
