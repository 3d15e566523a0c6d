import { Button } from '@mantine/core';
import type { WorkItem } from '../../contract/work-queue.ts';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/links.tsx';

interface PrimaryActionProps {
  readonly item: WorkItem;
  readonly tabIndex: number;
  /** Opens the form that plans the meeting. */
  readonly onPlan: () => void;
}

/** What one does about an item: plans the meeting, or opens the page on which it is dealt with. */
export function PrimaryAction({ item, tabIndex, onPlan }: PrimaryActionProps) {
  const mayEdit = useMay('edit_companies');
  const about = `${item.title}, ${item.company.name}`;
  const plans = item.kind === 'pulse_check' || item.kind === 'meeting';
  if (plans && mayEdit)
    return (
      <Button
        size="compact-sm"
        variant="light"
        onClick={onPlan}
        tabIndex={tabIndex}
        aria-label={`Plan: ${about}`}
        data-primary
      >
        Plan
      </Button>
    );
  const { label, link } = placeOf(item);
  return (
    <ButtonLink
      {...link}
      size="compact-sm"
      variant="light"
      tabIndex={tabIndex}
      aria-label={`${label}: ${about}`}
      data-primary
    >
      {label}
    </ButtonLink>
  );
}

function placeOf({ kind, company: { id }, thing }: WorkItem) {
  switch (kind) {
    case 'meeting_outcome':
      return { label: 'Open meeting', link: paths.meeting(thing ?? '') };
    case 'escalation':
    case 'action_item':
    case 'pulse_check':
    case 'meeting':
      return { label: 'Open', link: paths.customerEngagement(id) };
    case 'renewal':
      return { label: 'Contracts', link: paths.customerContracts(id) };
    case 'goal':
      return { label: 'Goals', link: paths.customerGoals(id) };
    case 'onboarding':
    case 'stage':
      return { label: 'Lifecycle', link: paths.customerLifecycle(id) };
    case 'recommendation':
      return { label: 'Open', link: paths.recommendation(id, thing ?? '') };
    case 'stale_alignment':
      return { label: 'Alignment', link: paths.customerAlignment(id) };
    case 'stale_metrics':
      return thing === 'effort'
        ? { label: 'Effort', link: paths.customerEffort(id) }
        : { label: 'Health', link: paths.customerHealth(id) };
    default:
      return { label: 'Health', link: paths.customerHealth(id) };
  }
}
