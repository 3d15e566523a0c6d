import { Skeleton, VisuallyHidden } from '@mantine/core';
import panel from '../ui/Panel.module.css';
import classes from './dashboard.module.css';

const CARDS = [
  ['segments', 500],
  ['health', 228],
  ['opportunityByHealth', 228],
  ['stackByCustomer', 520],
  ['stackOpportunity', 520],
  ['stackAlignment', 420],
] as const;

/** The page's shape while its figures are on the way. */
export function DashboardSkeleton({ ribbon }: { readonly ribbon: boolean }) {
  return (
    <div aria-busy>
      <VisuallyHidden role="status">Loading the dashboard</VisuallyHidden>
      {ribbon ? <Skeleton h={81} mb={14} radius={8} /> : null}
      <div className={classes.elements}>
        {CARDS.map(([name, height]) => (
          <div key={name} className={`${panel.panel} ${classes[name]}`} style={{ padding: 16 }}>
            <Skeleton h={14} w={140} mb="md" />
            <Skeleton h={height - 60} />
          </div>
        ))}
      </div>
    </div>
  );
}
