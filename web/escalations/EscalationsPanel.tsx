import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { Escalation } from '../../contract/escalations.ts';
import { useMay } from '../me/queries.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';
import { EscalationCard } from './EscalationCard.tsx';
import { EscalationModal } from './EscalationModal.tsx';
import classes from './escalations.module.css';
import { escalationsQuery } from './queries.ts';

/** What has gone wrong with a company, open or resolved, each with what was said to whom. */
export function EscalationsPanel({ company }: { readonly company: string }) {
  const mayEdit = useMay('edit_companies');
  const escalations = useQuery(escalationsQuery(company));
  const [editing, setEditing] = useState<Escalation | 'new' | null>(null);
  return (
    <Panel
      title="Escalations"
      actions={
        mayEdit ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            Open an escalation
          </Button>
        ) : null
      }
    >
      {escalations.error && !escalations.data ? (
        <LoadFailed error={escalations.error} onRetry={() => void escalations.refetch()} />
      ) : null}
      {escalations.isPending ? <Skeleton h={80} /> : null}
      {escalations.data?.length === 0 ? (
        <Text fz="sm" c="dimmed">
          None. When something goes wrong, open one: it says who sees to it, and when the client hears from us
          next.
        </Text>
      ) : null}
      <div className={classes.list}>
        {escalations.data?.map((escalation) => (
          <EscalationCard key={escalation.id} escalation={escalation} onEdit={() => setEditing(escalation)} />
        ))}
      </div>
      {editing !== null ? (
        <EscalationModal
          company={company}
          escalation={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </Panel>
  );
}
