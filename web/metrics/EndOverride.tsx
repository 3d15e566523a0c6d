import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endHealthOverride } from '../../contract/metrics.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { FormError } from '../ui/FormError.tsx';
import { metricsQuery } from './queries.ts';

interface EndOverrideProps {
  readonly company: string;
  readonly etag: string;
}

/** Lets the computed status hold again. */
export function EndOverride({ company, etag }: EndOverrideProps) {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  const end = useMutation({
    mutationFn: () => call(endHealthOverride, { params: { id: company }, ifMatch: etag }),
    onSuccess: (metrics) => {
      queryClient.setQueryData(metricsQuery(company, 'health').queryKey, metrics);
      void companyChanged();
    },
    // somebody else may have ended it, or set another
    onError: () => queryClient.invalidateQueries({ queryKey: metricsQuery(company, 'health').queryKey }),
  });
  return (
    <>
      <Button variant="default" size="xs" loading={end.isPending} onClick={() => end.mutate()}>
        End the override
      </Button>
      <FormError error={end.error} />
    </>
  );
}
