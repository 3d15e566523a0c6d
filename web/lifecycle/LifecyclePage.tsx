import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { OnboardingPanel } from '../onboarding/OnboardingPanel.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import classes from './lifecycle.module.css';
import { NextPanel } from './NextPanel.tsx';
import { lifecycleQuery } from './queries.ts';
import { StagesPanel } from './StagesPanel.tsx';

/** Where a company stands on its way from prospect to client, what the next stage asks for, and how it came here. */
export function LifecyclePage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const lifecycle = useQuery(lifecycleQuery(id));
  if (lifecycle.error && !lifecycle.data)
    return <LoadFailed error={lifecycle.error} onRetry={() => void lifecycle.refetch()} />;
  if (!lifecycle.data) return <Skeleton h={360} />;
  return (
    <div className={classes.page}>
      <StagesPanel lifecycle={lifecycle.data} />
      <NextPanel lifecycle={lifecycle.data} />
      <OnboardingPanel company={id} stage={lifecycle.data.stage} />
      <HistoryPanel history={lifecycle.data.history} />
    </div>
  );
}
