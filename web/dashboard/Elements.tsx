import { memo } from 'react';
import classes from './dashboard.module.css';
import type { ElementProps } from './element.ts';
import { HealthCard } from './HealthCard.tsx';
import { OpportunityByHealthCard } from './OpportunityByHealthCard.tsx';
import { SegmentsCard } from './SegmentsCard.tsx';
import { StackAlignmentCard } from './StackAlignmentCard.tsx';
import { StackByCustomerCard } from './StackByCustomerCard.tsx';
import { StackOpportunityCard } from './StackOpportunityCard.tsx';

/**
 * The six elements; nothing stands here while no company is left to show. They are drawn anew for new figures and options
 * only, not while the figures of another filter are on the way.
 */
export const Elements = memo(function Elements(props: ElementProps) {
  if (props.dashboard.companies === 0) return null;
  return (
    <div className={classes.elements}>
      <SegmentsCard {...props} />
      <HealthCard {...props} />
      <OpportunityByHealthCard {...props} />
      <StackByCustomerCard {...props} />
      <StackOpportunityCard {...props} />
      <StackAlignmentCard {...props} />
    </div>
  );
});
