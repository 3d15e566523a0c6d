import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CompanyMetrics, HealthOverrideChange, setHealthOverride } from '../../contract/metrics.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { metricsQuery } from './queries.ts';

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
  const { reason } = HealthOverrideChange.shape;
  const form = useForm({
    initialValues: { status: metrics.bands[0]?.name ?? '', reason: '', expiresOn: '' },
    validate: {
      reason: (text) => (reason.safeParse(text).success ? null : 'Say why'),
      expiresOn: (day) => (day >= metrics.asOf ? null : 'A day from today on'),
    },
  });
  const save = useMutation({
    mutationFn: (body: HealthOverrideChange) =>
      call(setHealthOverride, { params: { id }, body, ifMatch: etag }),
    onSuccess: (stored) => {
      queryClient.setQueryData(metricsQuery(id, 'health').queryKey, stored);
      onClose();
      void companyChanged();
    },
  });
  return (
    <EditModal
      title="Override the health status"
      size="md"
      action="Set status"
      onClose={onClose}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      pending={save.isPending}
      error={save.error}
    >
      <Select
        label="Status"
        description="The computed score stays as it is"
        data={metrics.bands.map(({ name }) => name)}
        allowDeselect={false}
        {...form.getInputProps('status')}
      />
      <Textarea label="Reason" required autosize minRows={2} maxRows={8} {...form.getInputProps('reason')} />
      <TextInput
        label="Last day"
        description="From then on the computed status holds again"
        type="date"
        required
        min={metrics.asOf}
        {...form.getInputProps('expiresOn')}
      />
    </EditModal>
  );
}
