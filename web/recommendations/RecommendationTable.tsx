import { Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Recommendation, RecommendationSort } from '../../contract/recommendations.ts';
import { useMoney } from '../me/queries.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import panel from '../ui/Panel.module.css';
import { NoRecommendations } from './NoRecommendations.tsx';
import { recommendationsQuery, recommendationTotalsQuery } from './queries.ts';
import { recommendationColumns } from './recommendation-columns.tsx';
import { filtersOf } from './recommendations-view.ts';
import type { RecommendationsViewing } from './use-recommendations-view.ts';

interface RecommendationTableProps {
  readonly company: string | null;
  readonly viewing: RecommendationsViewing;
  readonly onRecommend?: () => void;
}

/** Recommendations in a table, as far as the filters leave them, with what they come to. */
export function RecommendationTable({ company, viewing, onRecommend }: RecommendationTableProps) {
  const { view, change, linkTo } = viewing;
  const money = useMoney();
  const filters = filtersOf(view, company);
  const found = useInfiniteQuery(
    recommendationsQuery({ ...filters, sort: view.sort.column, order: view.sort.order, limit: 100 }),
  );
  const whole = useQuery(recommendationTotalsQuery(filters)).data?.whole;
  const rows = useMemo<readonly Recommendation[]>(
    () => found.data?.pages.flatMap(({ items }) => items) ?? [],
    [found.data],
  );
  const { fetchNextPage, hasNextPage, isFetching } = found;
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  if (found.error && !found.data)
    return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton h={400} />;
  if (rows.length === 0)
    return <NoRecommendations view={view} onChange={change} {...(onRecommend ? { onRecommend } : {})} />;
  return (
    <div className={panel.panel}>
      <DataTable
        label="Recommendations"
        columns={recommendationColumns({ money, whole, linkTo, withCompany: company === null })}
        rows={rows}
        rowKey={({ id }) => id}
        sort={view.sort}
        onSort={({ column, order }) => change({ sort: { column: column as RecommendationSort, order } })}
        maxHeight="calc(100vh - 220px)"
        onEnd={more}
      />
    </div>
  );
}
