import { Badge } from '@mantine/core';
import type { Recommendation } from '../../contract/recommendations.ts';
import { useMoney } from '../me/queries.ts';
import { AnchorLink } from '../ui/links.tsx';
import { quarterName } from '../ui/quarters.ts';
import classes from './recommendations.module.css';
import type { RecommendationsViewing } from './use-recommendations-view.ts';

interface RecommendationCardProps {
  readonly card: Recommendation;
  readonly linkTo: RecommendationsViewing['linkTo'];
  readonly withCompany: boolean;
}

/** A recommendation on the board. */
export function RecommendationCard({ card, linkTo, withCompany }: RecommendationCardProps) {
  const money = useMoney();
  const { id, title, company, targetQuarter, priority, owner, mrr, oneTime } = card;
  const amounts = [
    ...(mrr > 0 ? [`${money.full(mrr)} MRR`] : []),
    ...(oneTime > 0 ? [`${money.full(oneTime)} one-time`] : []),
  ];
  return (
    <div className={classes.inCard}>
      <AnchorLink
        {...linkTo({ opened: id })}
        replace
        resetScroll={false}
        fz="sm"
        fw={600}
        lh={1.3}
        dir="auto"
      >
        {title}
      </AnchorLink>
      {withCompany ? <span className={classes.company}>{company.name}</span> : null}
      {amounts.map((amount) => (
        <span key={amount} className={classes.amounts}>
          {amount}
        </span>
      ))}
      <div className={classes.facts}>
        {targetQuarter ? (
          <Badge size="xs" color="gray">
            {quarterName(targetQuarter)}
          </Badge>
        ) : null}
        {priority ? (
          <Badge size="xs" color="gray">
            {priority}
          </Badge>
        ) : null}
        {owner ? <span className={classes.owner}>{owner.name}</span> : null}
      </div>
    </div>
  );
}
