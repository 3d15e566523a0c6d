import { Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import type { SurveyTool } from '../../../contract/survey-tools.ts';
import { paths } from '../../paths.ts';
import { formatMoment } from '../../ui/days.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { AnchorLink } from '../../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from '../csat.module.css';
import { DeleteTool } from './DeleteTool.tsx';
import { NewTool } from './NewTool.tsx';
import { toolsQuery } from './queries.ts';

/** The survey tools, with what each last sent and how much waits. */
export function ToolsPanel() {
  const tools = useQuery(toolsQuery);
  const [adding, setAdding] = useState(false);
  const [deleting, setDeleting] = useState<SurveyTool | null>(null);
  const add = (
    <Button leftSection={<Plus size={15} aria-hidden />} size="xs" onClick={() => setAdding(true)}>
      Add survey tool
    </Button>
  );
  const items = tools.data;
  return (
    <Panel title="Survey tools" actions={items && items.length > 0 ? add : null}>
      {tools.error ? <LoadFailed error={tools.error} onRetry={() => void tools.refetch()} /> : null}
      {tools.isPending ? <Skeleton h={80} /> : null}
      {items?.length === 0 ? (
        <EmptyNote title="No survey tool sends here yet" action={add}>
          SmileBack, Crewhu, Customer Thermometer, Simplesat or any other tool that calls a webhook can send
          its answers to an address of its own here. They count in CSAT like those of the product’s own
          survey.
        </EmptyNote>
      ) : null}
      {items && items.length > 0 ? (
        <ul className={classes.responses}>
          {items.map((tool) => (
            <li key={tool.id} className={classes.response}>
              <div>
                <Group gap={8}>
                  <AnchorLink {...paths.surveyTool(tool.id)} fw={600}>
                    {tool.name}
                  </AnchorLink>
                  {tool.waiting > 0 ? <Badge color="yellow">{tool.waiting} waiting</Badge> : null}
                  {tool.signatureHeader ? <Badge color="gray">Signed</Badge> : null}
                </Group>
                <Text fz="xs" c="dimmed" className="qd-figures">
                  {tool.lastDeliveryAt
                    ? `last delivery ${formatMoment(tool.lastDeliveryAt)}`
                    : 'nothing has come yet'}
                </Text>
              </div>
              <IconButton icon={Trash2} label={`Delete ${tool.name}`} onClick={() => setDeleting(tool)} />
            </li>
          ))}
        </ul>
      ) : null}
      {adding ? <NewTool onClose={() => setAdding(false)} /> : null}
      {deleting ? <DeleteTool tool={deleting} onClose={() => setDeleting(null)} /> : null}
    </Panel>
  );
}
