import { Switch } from '@mantine/core';
import { useCallback } from 'react';
import type { DrawingStyle } from '../charts/drawing.ts';
import { stackOpportunityDrawing, UNTAGGED } from '../charts/options/stack-opportunity.ts';
import { useMoney } from '../me/queries.ts';
import { formatShare } from '../ui/numbers.ts';
import classes from './dashboard.module.css';
import { ElementCard } from './ElementCard.tsx';
import { ElementChart } from './ElementChart.tsx';
import type { ElementProps } from './element.ts';
import { FigureTable } from './FigureTable.tsx';
import { NO_OPPORTUNITY, NothingToDraw } from './NothingToDraw.tsx';

export function StackOpportunityCard({ dashboard, options, onChange, onOpen }: ElementProps) {
  const { stackOpportunity } = dashboard;
  const draw = useCallback(
    (style: DrawingStyle) => stackOpportunityDrawing(stackOpportunity, style),
    [stackOpportunity],
  );
  return (
    <ElementCard
      title="Stack Opportunity"
      className={classes.stackOpportunity}
      options={
        <Switch
          label="Weighted"
          description="Recommended opportunity times its win probability, everywhere on the dashboard"
          checked={options.weighted}
          onChange={(event) => onChange({ weighted: event.currentTarget.checked })}
        />
      }
      chart={(height) =>
        stackOpportunity.total === 0 ? (
          <NothingToDraw height={height}>{NO_OPPORTUNITY}</NothingToDraw>
        ) : (
          <ElementChart label="Stack Opportunity" height={height} draw={draw} onOpen={onOpen} />
        )
      }
      table={<TagTable dashboard={dashboard} onOpen={onOpen} />}
    />
  );
}

function TagTable({ dashboard, onOpen }: Pick<ElementProps, 'dashboard' | 'onOpen'>) {
  const money = useMoney();
  const opens = (slice: string | null, item: string | null) => () =>
    onOpen({ element: 'stackOpportunity', slice, item, figure: null });
  const { total, mrr, oneTime, tags } = dashboard.stackOpportunity;
  const all = {
    key: 'all',
    name: <b>Everything, each once</b>,
    figures: [money.full(mrr), money.full(oneTime), money.full(total), ''],
    onOpen: opens(null, null),
  };
  const rows = tags.flatMap(({ tag, items, ...split }) => [
    {
      key: `tag ${tag}`,
      name: <b>{tag ?? UNTAGGED}</b>,
      figures: [
        money.full(split.mrr),
        money.full(split.oneTime),
        money.full(split.total),
        formatShare(split.share),
      ],
      onOpen: opens(tag ?? '', null),
    },
    ...items.map((item) => ({
      key: `${tag} ${item.id}`,
      name: item.name,
      figures: [
        money.full(item.mrr),
        money.full(item.oneTime),
        money.full(item.total),
        formatShare(item.shareOfTag),
      ],
      onOpen: opens(tag ?? '', item.id),
    })),
  ]);
  return (
    <FigureTable
      label="Stack Opportunity"
      headers={['Tag and stack item', 'MRR', 'One-time', 'Total', 'Share of tag']}
      maxHeight="var(--chart-height)"
      rows={[all, ...rows]}
    />
  );
}
