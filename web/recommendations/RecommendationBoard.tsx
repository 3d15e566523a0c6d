import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Recommendation } from '../../contract/recommendations.ts';
import { useMay, useMoney } from '../me/queries.ts';
import { Board } from '../ui/board/Board.tsx';
import type { BoardColumn } from '../ui/board/board-props.ts';
import { AnchorLink } from '../ui/links.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { CompleteModal } from './CompleteModal.tsx';
import { movedColumns, type StatusColumn } from './moved-columns.ts';
import { NoRecommendations } from './NoRecommendations.tsx';
import { recommendationBoardQuery, recommendationChoicesQuery } from './queries.ts';
import { RecommendationCard } from './RecommendationCard.tsx';
import { RecommendationStatusMark } from './RecommendationStatusBadge.tsx';
import classes from './recommendations.module.css';
import { filtersOf } from './recommendations-view.ts';
import { useMoveRecommendation } from './use-move-recommendation.ts';
import type { RecommendationsViewing } from './use-recommendations-view.ts';

interface RecommendationBoardProps {
  readonly company: string | null;
  readonly viewing: RecommendationsViewing;
  readonly onRecommend?: () => void;
}

/** Recommendations by status: a column each, with what it comes to. Moving one to completed asks about its cells first. */
export function RecommendationBoard({ company, viewing, onRecommend }: RecommendationBoardProps) {
  const { view, change, linkTo } = viewing;
  const mayEdit = useMay('edit_companies');
  const { moves, move, arrival } = useMoveRecommendation();
  const [completing, setCompleting] = useState<{ card: Recommendation; status: string } | null>(null);
  const board = useStatusColumns(viewing, company);
  if (board.error) return <LoadFailed error={board.error} onRetry={board.retry} />;
  if (!board.columns) return <Skeleton h={420} />;
  const columns = movedColumns(board.columns, moves);
  if (columns.every(({ cards }) => cards.length === 0))
    return <NoRecommendations view={view} onChange={change} {...(onRecommend ? { onRecommend } : {})} />;
  const stateOf = (status: string) => board.statuses.find(({ name }) => name === status)?.state;
  const send = (card: Recommendation, to: string) => {
    if (stateOf(to) !== 'completed' || card.state === 'completed') return move(card, to);
    void arrival(card.id).then(() => setCompleting({ card, status: to }));
  };
  return (
    <>
      <Board
        label="Recommendations by status"
        columnsScroll
        columns={columns.map((column) => boardColumn(column, linkTo))}
        cardId={({ id }) => id}
        cardName={({ title }) => title}
        mayMove={() => mayEdit}
        onMove={send}
        renderCard={(card) => (
          <RecommendationCard card={card} linkTo={linkTo} withCompany={company === null} />
        )}
      />
      {completing ? (
        <CompleteModal
          recommendation={completing.card}
          status={completing.status}
          onClose={() => setCompleting(null)}
        />
      ) : null}
    </>
  );
}

function boardColumn(
  { status, cards, totals }: StatusColumn,
  linkTo: RecommendationsViewing['linkTo'],
): BoardColumn<Recommendation> {
  const beyond = totals.recommendations - cards.length;
  return {
    id: status,
    title: status,
    accepts: true,
    mark: <RecommendationStatusMark status={status} />,
    cards,
    count: totals.recommendations,
    note: totals.recommendations > 0 ? <Sums totals={totals} /> : null,
    empty: 'None',
    foot:
      beyond > 0 ? (
        <AnchorLink {...linkTo({ layout: 'table', shown: 'all', status: [status] })} fz="xs">
          {formatCount(beyond, 'more: see it in the table', 'more: see them in the table')}
        </AnchorLink>
      ) : null,
  };
}

function Sums({ totals }: { readonly totals: StatusColumn['totals'] }) {
  const money = useMoney();
  const { mrr, oneTime, weightedMrr, weightedOneTime } = totals;
  return (
    <dl className={classes.sums}>
      <dt>MRR</dt>
      <dd>
        {money.short(mrr)} <span>weighted {money.short(weightedMrr)}</span>
      </dd>
      <dt>One-time</dt>
      <dd>
        {money.short(oneTime)} <span>weighted {money.short(weightedOneTime)}</span>
      </dd>
    </dl>
  );
}

/** The board that the filters leave; undefined until it is known. */
function useStatusColumns({ view }: RecommendationsViewing, company: string | null) {
  const choices = useQuery(recommendationChoicesQuery);
  const statuses = choices.data?.statuses ?? [];
  const shown = statuses.filter(({ name }) => view.status.length === 0 || view.status.includes(name));
  const board = useQuery({
    ...recommendationBoardQuery(
      filtersOf(view, company),
      shown.map(({ name }) => name),
    ),
    enabled: choices.data !== undefined,
  });
  return {
    statuses,
    columns: board.data,
    error: board.data ? null : (choices.error ?? board.error),
    retry: () => {
      void choices.refetch();
      if (choices.data) void board.refetch();
    },
  };
}
