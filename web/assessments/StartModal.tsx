import { Select, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { startAssessment } from '../../contract/assessments.ts';
import { call } from '../api/call.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useMay, useMe } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { AnchorLink } from '../ui/links.tsx';
import { formatCount } from '../ui/numbers.ts';
import { assessmentQuery, assessmentsQuery, templatesQuery } from './queries.ts';

interface StartModalProps {
  readonly company: string;
  readonly onClose: () => void;
}

/** Begins an assessment from a template, and opens it. */
export function StartModal({ company, onClose }: StartModalProps) {
  const { asOf } = useMe().workspace;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const maySettings = useMay('change_settings');
  const [template, setTemplate] = useState<string | null>(null);
  const [takenOn, setTakenOn] = useState<string>(asOf);
  const { data } = useQuery(templatesQuery);
  const templates = data?.items.filter(({ retired, items }) => !retired && items.length > 0) ?? [];
  const chosen = template ?? (templates.length === 1 ? templates[0]!.id : null);
  const start = useMutation({
    mutationFn: (id: string) =>
      call(startAssessment, { params: { id: company }, body: { template: id, takenOn } }),
    onSuccess: (assessment) => {
      queryClient.setQueryData(assessmentQuery(assessment.id).queryKey, assessment);
      void queryClient.invalidateQueries({ queryKey: assessmentsQuery(company).queryKey });
      void navigate(paths.customerAssessment(company, assessment.id));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== null && takenOn !== '') start.mutate(chosen);
  };
  return (
    <EditModal
      title="Start an assessment"
      onClose={onClose}
      onSubmit={submit}
      pending={start.isPending}
      error={start.error}
      action="Start"
    >
      <Select
        label="Template"
        required
        searchable
        placeholder={data && templates.length === 0 ? 'There is none yet' : 'Choose a template'}
        data={templates.map(({ id, name, items }) => ({
          value: id,
          label: `${name} (${formatCount(items.length, 'question', 'questions')})`,
        }))}
        value={chosen}
        onChange={setTemplate}
        data-autofocus
      />
      {data && templates.length === 0 ? (
        <Text fz="sm">
          {maySettings ? (
            <>
              Make one in <AnchorLink {...paths.assessmentTemplates()}>Assessment Templates</AnchorLink>,
              where there are starter templates to begin from.
            </>
          ) : (
            'An administrator makes templates under Settings, Assessment Templates.'
          )}
        </Text>
      ) : null}
      <TextInput
        type="date"
        label="Date"
        required
        value={takenOn}
        onChange={(event) => setTakenOn(event.currentTarget.value)}
      />
    </EditModal>
  );
}
