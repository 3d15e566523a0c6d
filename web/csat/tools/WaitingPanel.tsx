import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  assignSurveyDelivery,
  dismissSurveyDelivery,
  retrySurveyDelivery,
  type SurveyDelivery,
} from '../../../contract/survey-tools.ts';
import { call } from '../../api/call.ts';
import { CompanySelect } from '../../companies/CompanySelect.tsx';
import { formatMoment } from '../../ui/days.ts';
import { FormError } from '../../ui/FormError.tsx';
import { LoadFailed } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from '../csat.module.css';
import { DeliveryBody } from './DeliveryBody.tsx';
import { useToolsChanged, waitingQuery } from './queries.ts';

/** What nobody knows whose it is; nothing while there is nothing. */
export function WaitingPanel() {
  const waiting = useQuery(waitingQuery);
  if (waiting.error) return <LoadFailed error={waiting.error} onRetry={() => void waiting.refetch()} />;
  if (!waiting.data || waiting.data.length === 0) return null;
  return (
    <Panel title={`Waiting (${waiting.data.length})`}>
      <Text fz="sm" c="dimmed" mb="xs">
        These answers count nowhere until you say whose they are, or mend what is missing and try again.
      </Text>
      <ul className={classes.responses}>
        {waiting.data.map((delivery) => (
          <Waiting key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </Panel>
  );
}

function Waiting({ delivery }: { readonly delivery: SurveyDelivery }) {
  const changed = useToolsChanged();
  const [company, setCompany] = useState<string | null>(null);
  const params = { id: delivery.id };
  const settle = useMutation({
    mutationFn: (how: 'assign' | 'retry' | 'dismiss') => {
      if (how === 'retry') return call(retrySurveyDelivery, { params });
      if (how === 'dismiss') return call(dismissSurveyDelivery, { params });
      return call(assignSurveyDelivery, { params, body: { company: company ?? '' } });
    },
    onSettled: changed,
  });
  const of = `the answer of ${formatMoment(delivery.receivedAt)}`;
  return (
    <li className={classes.waiting}>
      <div>
        <Text fw={550}>{delivery.message}</Text>
        <Text fz="xs" c="dimmed" className="qd-figures">
          {delivery.tool.name} · {formatMoment(delivery.receivedAt)}
        </Text>
        <DeliveryBody delivery={delivery} />
      </div>
      <Group gap="xs" wrap="wrap">
        <CompanySelect
          aria-label={`Company of ${of}`}
          placeholder="Whose is it?"
          w={210}
          value={company}
          onChange={setCompany}
        />
        <Button
          onClick={() => settle.mutate('assign')}
          disabled={company === null}
          loading={settle.isPending && settle.variables === 'assign'}
        >
          Assign
        </Button>
        <Button variant="default" aria-label={`Try ${of} again`} onClick={() => settle.mutate('retry')}>
          Try again
        </Button>
        <Button variant="subtle" aria-label={`Dismiss ${of}`} onClick={() => settle.mutate('dismiss')}>
          Dismiss
        </Button>
      </Group>
      <FormError error={settle.error} />
    </li>
  );
}
