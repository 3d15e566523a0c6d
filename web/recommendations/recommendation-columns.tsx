import type { Recommendation, RecommendationTotals } from '../../contract/recommendations.ts';
import { paths } from '../paths.ts';
import type { Column } from '../ui/DataTable.tsx';
import { AnchorLink } from '../ui/links.tsx';
import type { Money } from '../ui/money.ts';
import { formatCount, formatDecimal, NONE } from '../ui/numbers.ts';
import { quarterName } from '../ui/quarters.ts';
import { RecommendationStatusBadge } from './RecommendationStatusBadge.tsx';
import type { RecommendationsViewing } from './use-recommendations-view.ts';

interface Columns {
  readonly money: Money;
  /** Undefined: not known yet. */
  readonly whole: RecommendationTotals['whole'] | undefined;
  readonly linkTo: RecommendationsViewing['linkTo'];
  /** A company's own list does not name it in every line. */
  readonly withCompany: boolean;
}

/** The columns of a list of recommendations, with what all of them come to. */
export function recommendationColumns({
  money,
  whole,
  linkTo,
  withCompany,
}: Columns): readonly Column<Recommendation>[] {
  const amount = (
    id: 'mrr' | 'oneTime' | 'weightedMrr' | 'weightedOneTime',
    header: string,
    width = 104,
  ): Column<Recommendation> => ({
    id,
    header,
    width,
    numeric: true,
    sortable: true,
    cell: (row) => money.full(row[id]),
    total: whole ? money.full(whole[id]) : '',
  });
  const company: Column<Recommendation> = {
    id: 'company',
    header: 'Company',
    width: 150,
    sortable: true,
    cell: ({ company: { id, name } }) => (
      <AnchorLink {...paths.customerRecommendations(id)} fz="sm" title={name}>
        {name}
      </AnchorLink>
    ),
  };
  return [
    {
      id: 'title',
      header: 'Recommendation',
      width: 200,
      sortable: true,
      cell: ({ id, title }) => (
        <AnchorLink {...linkTo({ opened: id })} replace resetScroll={false} fz="sm" fw={550} title={title}>
          {title}
        </AnchorLink>
      ),
      total: whole ? formatCount(whole.recommendations, 'recommendation', 'recommendations') : '',
    },
    ...(withCompany ? [company] : []),
    {
      id: 'status',
      header: 'Status',
      width: 116,
      sortable: true,
      cell: ({ status }) => <RecommendationStatusBadge status={status} />,
    },
    {
      id: 'quarter',
      header: 'Quarter',
      width: 84,
      sortable: true,
      cell: ({ targetQuarter }) => (targetQuarter === null ? NONE : quarterName(targetQuarter)),
    },
    {
      id: 'priority',
      header: 'Priority',
      width: 80,
      sortable: true,
      cell: ({ priority }) => priority ?? NONE,
    },
    {
      id: 'owner',
      header: 'Owner',
      width: 118,
      sortable: true,
      cell: ({ owner }) => owner?.name ?? NONE,
    },
    amount('mrr', 'MRR'),
    amount('oneTime', 'One-time'),
    {
      id: 'winProbability',
      header: 'Win',
      width: 62,
      numeric: true,
      sortable: true,
      cell: ({ winProbability }) => `${formatDecimal(winProbability)}%`,
    },
    amount('weightedMrr', 'Weighted MRR', 112),
    amount('weightedOneTime', 'Weighted one-time', 134),
    {
      id: 'category',
      header: 'Category',
      width: 104,
      sortable: true,
      cell: ({ category }) => category ?? NONE,
    },
  ];
}
