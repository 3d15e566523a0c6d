import { Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Cadence, type CadenceSetting, setCadence } from '../../contract/cadences.ts';
import { CADENCE_NAMES } from '../../domain/engagement/cadence-due.ts';
import { MEETING_KIND_NAMES, MEETING_METHOD_NAMES } from '../../domain/engagement/meeting-kinds.ts';
import { call } from '../api/call.ts';
import { useEngagementChanged } from '../engagement/use-engagement-changed.ts';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';
import { AnchorLink } from '../ui/links.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { CadenceModal } from './CadenceModal.tsx';
import classes from './cadences.module.css';
import { companyCadencesQuery } from './queries.ts';

/** How often a company is met, when it is due, and what is proposed and why. */
export function CadencesPanel({ company }: { readonly company: string }) {
  const mayEdit = useMay('edit_companies');
  const cadences = useQuery(companyCadencesQuery(company));
  const [editing, setEditing] = useState<Cadence | 'new' | null>(null);
  return (
    <Panel
      title="Cadences"
      actions={
        mayEdit ? (
          <Button size="xs" variant="default" onClick={() => setEditing('new')}>
            Set another
          </Button>
        ) : null
      }
    >
      {cadences.error && !cadences.data ? (
        <LoadFailed error={cadences.error} onRetry={() => void cadences.refetch()} />
      ) : null}
      {cadences.isPending ? <Skeleton h={120} /> : null}
      <div className={classes.cards}>
        {cadences.data?.map((cadence) => (
          <CadenceCard
            key={cadence.kind}
            company={company}
            cadence={cadence}
            onEdit={() => setEditing(cadence)}
          />
        ))}
      </div>
      {editing !== null ? (
        <CadenceModal
          company={company}
          cadences={cadences.data ?? []}
          cadence={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </Panel>
  );
}

interface CadenceCardProps {
  readonly company: string;
  readonly cadence: Cadence;
  readonly onEdit: () => void;
}

function CadenceCard({ company, cadence, onEdit }: CadenceCardProps) {
  const mayEdit = useMay('edit_companies');
  const { kind, set, lastHeld, planned } = cadence;
  const name = MEETING_KIND_NAMES[kind];
  return (
    <section className={classes.card} aria-label={name}>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text fw={600}>{name}</Text>
        {mayEdit ? (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={onEdit}
            aria-label={`Change the cadence: ${name}`}
          >
            {set ? 'Change' : 'Set'}
          </Button>
        ) : null}
      </Group>
      {set ? (
        <>
          <Text fz="sm">
            {CADENCE_NAMES[set.every]}
            {set.method === null ? '' : `, ${MEETING_METHOD_NAMES[set.method].toLowerCase()}`}
          </Text>
          <Group gap={8}>
            <Text fz="sm" title={set.why}>
              Due by <b>{formatDay(set.due)}</b>
            </Text>
            {set.overdue > 0 ? (
              <Badge color="red" size="sm">
                {formatCount(set.overdue, 'day', 'days')} overdue
              </Badge>
            ) : null}
          </Group>
        </>
      ) : (
        <Text fz="sm" c="dimmed">
          No cadence set
        </Text>
      )}
      <Text fz="sm" c="dimmed">
        {lastHeld ? (
          <AnchorLink
            {...paths.meeting(lastHeld.id)}
            fz="sm"
          >{`Last held ${formatDay(lastHeld.date)}`}</AnchorLink>
        ) : (
          'None held yet'
        )}
        {' · '}
        {planned ? (
          <AnchorLink
            {...paths.meeting(planned.id)}
            fz="sm"
          >{`Planned for ${formatDay(planned.date)}`}</AnchorLink>
        ) : (
          'None planned'
        )}
      </Text>
      <Proposal company={company} cadence={cadence} />
    </section>
  );
}

/** What the factors speak for, while it is another than what is set. */
function Proposal({ company, cadence }: { readonly company: string; readonly cadence: Cadence }) {
  const mayEdit = useMay('edit_companies');
  const changed = useEngagementChanged();
  const { kind, set, proposal, etag } = cadence;
  const accept = useMutation({
    mutationFn: (body: CadenceSetting) =>
      call(setCadence, { params: { id: company, kind }, body, ifMatch: etag }),
    onSettled: changed,
  });
  if (proposal === null) return null;
  const same = set?.every === proposal.every;
  const { every, method } = proposal;
  return (
    <details className={classes.proposal}>
      <summary>
        {same ? 'As proposed' : 'Proposed'}: {CADENCE_NAMES[every].toLowerCase()},{' '}
        {MEETING_METHOD_NAMES[method].toLowerCase()}
      </summary>
      <ul className={classes.why}>
        {proposal.why.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {mayEdit && !same ? (
        <Button size="xs" mt={6} loading={accept.isPending} onClick={() => accept.mutate({ every, method })}>
          Accept
        </Button>
      ) : null}
      <FormError error={accept.error} />
    </details>
  );
}
