import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CompanyMetrics, HealthOverrideChange, setHealthOverride } from '../../contract/metrics.ts';
import { call } from '../api/call.ts';
import { conflictOf } from '../api/conflict.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { OverrideConflict } from './OverrideConflict.tsx';
import { metricsQuery } from './queries.ts';

type Status = NonNullable<CompanyMetrics['status']>;

interface OverrideModalProps {
  readonly metrics: CompanyMetrics;
  readonly etag: string;
  readonly onClose: () => void;
}

/** Sets the status by hand, with a reason and a last day. */
export function OverrideModal({ metrics, etag, onClose }: OverrideModalProps) {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  const { id } = metrics.company;
  const { queryKey } = metricsQuery(id, 'health');
  const { reason, expiresOn } = HealthOverrideChange.shape;
  const form = useForm({
    initialValues: { status: metrics.bands[0]?.name ?? '', reason: '', expiresOn: '' },
    validate: {
      reason: (text) => (reason.safeParse(text).success ? null : 'Say why, in at most 100,000 characters'),
      expiresOn: (day) =>
        expiresOn.safeParse(day).success && day >= metrics.asOf ? null : 'A day from today on',
    },
  });
  const save = useMutation({
    mutationFn: ({ body, ifMatch }: { body: HealthOverrideChange; ifMatch: string }) =>
      call(setHealthOverride, { params: { id }, body, ifMatch }),
    onSuccess: (stored) => {
      queryClient.setQueryData(queryKey, stored);
      onClose();
      void companyChanged();
    },
  });
  const conflict = conflictOf<Status>(save.error);
  return (
    <EditModal
      title="Override the health status"
      size="md"
      action="Set status"
      onClose={() => {
        onClose();
        if (save.error) void companyChanged();
      }}
      onSubmit={form.onSubmit((body) => save.mutate({ body, ifMatch: conflict?.current.etag ?? etag }))}
      pending={save.isPending}
      error={conflict ? null : save.error}
      dirty={form.isDirty()}
    >
      {conflict ? <OverrideConflict conflict={conflict} /> : null}
      <Select
        label="Status"
        description="The computed score stays as it is"
        data={metrics.bands.map(({ name }) => name)}
        allowDeselect={false}
        {...form.getInputProps('status')}
      />
      <Textarea
        label="Reason"
        required
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
        {...form.getInputProps('reason')}
      />
      <TextInput
        label="Last day"
        description="From the day after, the computed status holds again"
        type="date"
        required
        min={metrics.asOf}
        {...form.getInputProps('expiresOn')}
      />
    </EditModal>
  );
}
