import { Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SurveyDelivery } from '../../../contract/survey-tools.ts';
import { paths } from '../../paths.ts';
import { formatMoment } from '../../ui/days.ts';
import { AnchorLink } from '../../ui/links.tsx';
import { LoadFailed } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from '../csat.module.css';
import { DeliveryBody } from './DeliveryBody.tsx';
import { deliveriesQuery } from './queries.ts';

const OUTCOMES: Readonly<Record<SurveyDelivery['outcome'], readonly [label: string, color: string]>> = {
  taken: ['Taken', 'teal'],
  updated: ['Updated', 'teal'],
  repeated: ['Repeated', 'gray'],
  unrated: ['No rating', 'gray'],
  waiting: ['Waiting', 'yellow'],
  dismissed: ['Dismissed', 'gray'],
  refused: ['Refused', 'red'],
};

/** So many are shown at first. */
const FEW = 10;

/** What has come lately, of one tool or of all, and what became of it. */
export function DeliveriesPanel({ tool }: { readonly tool?: string }) {
  const deliveries = useQuery(deliveriesQuery(tool));
  const [all, setAll] = useState(false);
  const items = deliveries.data;
  return (
    <Panel title="Deliveries">
      {deliveries.error ? (
        <LoadFailed error={deliveries.error} onRetry={() => void deliveries.refetch()} />
      ) : null}
      {deliveries.isPending ? <Skeleton h={80} /> : null}
      {items?.length === 0 ? (
        <Text fz="sm" c="dimmed">
          Nothing has come yet.
        </Text>
      ) : null}
      <ul className={classes.responses}>
        {(all ? items : items?.slice(0, FEW))?.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} />
        ))}
      </ul>
      {items && items.length > FEW && !all ? (
        <Button variant="subtle" mt="xs" onClick={() => setAll(true)}>
          Show the last {items.length}
        </Button>
      ) : null}
    </Panel>
  );
}

function Delivery({ delivery }: { readonly delivery: SurveyDelivery }) {
  const { tool, receivedAt, outcome, message, company } = delivery;
  const [label, color] = OUTCOMES[outcome];
  return (
    <li className={classes.waiting}>
      <Group gap={8}>
        <Badge color={color} variant="light">
          {label}
        </Badge>
        {company ? <AnchorLink {...paths.customerSatisfaction(company.id)}>{company.name}</AnchorLink> : null}
        <Text fz="sm">{message}</Text>
      </Group>
      <Text fz="xs" c="dimmed" className="qd-figures">
        {tool.name} · {formatMoment(receivedAt)}
      </Text>
      <DeliveryBody delivery={delivery} />
    </li>
  );
}
