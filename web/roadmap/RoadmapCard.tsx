import { Badge, Group } from '@mantine/core';
import type { Recommendation } from '../../contract/recommendations.ts';
import { isOverdue } from '../../domain/recommendations/roadmap.ts';
import { useMe, useMoney } from '../me/queries.ts';
import type { paths } from '../paths.ts';
import { RecommendationStatusBadge } from '../recommendations/RecommendationStatusBadge.tsx';
import { AnchorLink } from '../ui/links.tsx';
import { quarterName } from '../ui/quarters.ts';
import classes from './roadmap.module.css';

interface RoadmapCardProps {
  readonly recommendation: Recommendation;
  /** What opens it. */
  readonly link: ReturnType<typeof paths.customerRoadmap>;
}

/** A recommendation on the roadmap: what it is, how far it is, what it costs the client. */
export function RoadmapCard({ recommendation, link }: RoadmapCardProps) {
  const { asOf } = useMe().workspace;
  const { title, status, state, priority, category, mrr, oneTime, targetQuarter } = recommendation;
  const money = useMoney();
  return (
    <div className={classes.cardFace} data-closed={state === 'completed' || undefined}>
      <AnchorLink {...link} replace resetScroll={false} className={classes.cardTitle ?? ''} dir="auto">
        {title}
      </AnchorLink>
      <Group gap={4}>
        <RecommendationStatusBadge status={status} />
        {priority === null ? null : (
          <Badge size="sm" color="gray">
            {priority}
          </Badge>
        )}
      </Group>
      {category === null ? null : (
        <div className={classes.quiet} dir="auto">
          {category}
        </div>
      )}
      {isOverdue(recommendation, asOf) ? (
        <div className={classes.overdue}>Was planned for {quarterName(targetQuarter!)}</div>
      ) : null}
      <div className={classes.amounts}>
        {mrr === 0 ? null : <span>{money.full(mrr)} MRR</span>}
        {oneTime === 0 ? null : <span>{money.full(oneTime)} one-time</span>}
        {mrr === 0 && oneTime === 0 ? <span className={classes.quiet}>No amounts yet</span> : null}
      </div>
    </div>
  );
}
