import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lifecycle } from '../../contract/lifecycle.ts';
import type { MeetingRow } from '../../contract/meetings.ts';
import type { StageNeed } from '../../domain/lifecycle/stage-conditions.ts';
import { useMay } from '../me/queries.ts';
import { MeetingModal } from '../meetings/MeetingModal.tsx';
import { companyMeetingsQuery } from '../meetings/queries.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { AssignVcio } from './AssignVcio.tsx';

interface ConditionLinkProps {
  readonly lifecycle: Lifecycle;
  readonly need: StageNeed;
  readonly met: boolean;
}

/** Where what a stage asks for is done, or can be seen. */
export function ConditionLink({ lifecycle, need, met }: ConditionLinkProps) {
  const { company, owner } = lifecycle;
  switch (need) {
    case 'vcio':
      return met ? (
        <AnchorLink {...paths.customer(company)} fz="sm">
          {owner?.name ?? 'Profile'}
        </AnchorLink>
      ) : (
        <AssignVcio company={company} />
      );
    case 'ice':
      return <MeetingLink company={company} kind="ice" status={met ? 'held' : 'planned'} />;
    case 'agreement':
      return (
        <AnchorLink {...paths.customerContracts(company)} fz="sm">
          Contracts
        </AnchorLink>
      );
    case 'kickoff_planned':
      return <MeetingLink company={company} kind="kickoff" status={null} />;
    case 'onboarding_tasks':
      return (
        <AnchorLink {...paths.customerLifecycle(company)} hash="onboarding" fz="sm">
          Tasks
        </AnchorLink>
      );
    case 'kickoff_held':
      return <MeetingLink company={company} kind="kickoff" status={met ? 'held' : 'planned'} />;
  }
}

const PLAN_WORDS = { ice: 'Plan the ICE meeting', kickoff: 'Plan the kick-off' } as const;

interface MeetingLinkProps {
  readonly company: string;
  readonly kind: keyof typeof PLAN_WORDS;
  /** Null: planned or held. */
  readonly status: 'planned' | 'held' | null;
}

/** The meeting that a condition is about, the latest if there are several; where there is none, the button that plans it. */
function MeetingLink({ company, kind, status }: MeetingLinkProps) {
  const mayEdit = useMay('edit_companies');
  const { data } = useQuery(companyMeetingsQuery(company));
  const [planning, setPlanning] = useState(false);
  if (!data) return null;
  const isIt = (meeting: MeetingRow) =>
    meeting.kind === kind && (status === null ? meeting.status !== 'cancelled' : meeting.status === status);
  const meeting = data.find(isIt);
  if (meeting)
    return (
      <AnchorLink {...paths.meeting(meeting.id)} fz="sm">
        {meeting.status === 'held' ? 'Held' : 'Planned for'} {formatDay(meeting.date)}
      </AnchorLink>
    );
  if (!mayEdit) return null;
  return (
    <>
      <Button size="compact-sm" variant="light" onClick={() => setPlanning(true)}>
        {PLAN_WORDS[kind]}
      </Button>
      {planning ? (
        <MeetingModal company={company} meeting={null} begin={{ kind }} onClose={() => setPlanning(false)} />
      ) : null}
    </>
  );
}
