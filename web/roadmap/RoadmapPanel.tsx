import { Button, Group } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import Presentation from 'lucide-react/icons/presentation';
import { useMemo, useState } from 'react';
import type { Recommendation } from '../../contract/recommendations.ts';
import type { Roadmap } from '../../contract/roadmap.ts';
import { QUARTERS_AHEAD } from '../../domain/recommendations/roadmap.ts';
import { useMay, useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { Board } from '../ui/board/Board.tsx';
import { FormError } from '../ui/FormError.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { Panel } from '../ui/Panel.tsx';
import { boardColumns, UNPLANNED } from './board-columns.tsx';
import { MoveClash } from './MoveClash.tsx';
import { RoadmapCard } from './RoadmapCard.tsx';
import classes from './roadmap.module.css';
import type { useMoves } from './use-moves.ts';
import type { RoadmapViewing } from './use-roadmap-view.ts';

interface RoadmapPanelProps {
  readonly company: string;
  /** As it is stored. */
  readonly roadmap: Roadmap;
  /** As they will be once everything is saved. */
  readonly recommendations: readonly Recommendation[];
  readonly moving: ReturnType<typeof useMoves>;
  readonly linkTo: RoadmapViewing['linkTo'];
  readonly onRecommend: () => void;
}

const YEAR = 4;

/** The board of the roadmap, on which recommendations are moved between quarters. */
export function RoadmapPanel(props: RoadmapPanelProps) {
  const { company, roadmap, recommendations, moving, linkTo, onRecommend } = props;
  const money = useMoney();
  const mayEdit = useMay('edit_companies');
  const [quartersAhead, setQuartersAhead] = useState(QUARTERS_AHEAD);
  const { asOf } = roadmap;
  const columns = useMemo(
    () => boardColumns({ recommendations, asOf, quartersAhead, money }),
    [recommendations, asOf, quartersAhead, money],
  );
  const { move, clash, dismissClash } = moving;
  const stored = (id: string) =>
    roadmap.columns.flatMap((column) => column.recommendations).find((one) => one.id === id);
  const moveStored = (id: string, to: string | null) => {
    const recommendation = stored(id);
    if (recommendation) move(recommendation, to);
  };
  return (
    <Panel
      title="Roadmap"
      actions={
        <Group gap="xs" mr={8} wrap="nowrap">
          {mayEdit ? (
            <Button size="xs" variant="default" onClick={onRecommend}>
              Recommend
            </Button>
          ) : null}
          <ButtonLink
            {...paths.clientRoadmap(company)}
            size="xs"
            leftSection={<Presentation size={14} aria-hidden />}
          >
            Client view
          </ButtonLink>
        </Group>
      }
    >
      <p className={classes.explained}>
        Declined recommendations are left out. The client view shows the open ones by quarter, earlier ones as
        carried over, and what was completed in the last four quarters; without win probabilities, weighted
        figures, owners, goals and meetings.
      </p>
      <FormError error={moving.error} />
      {clash ? (
        <MoveClash clash={clash} onKeep={dismissClash} onMove={() => move(clash.current, clash.to)} />
      ) : null}
      <Board
        label="Roadmap by quarter"
        columns={columns}
        cardId={({ id }) => id}
        cardName={({ title }) => title}
        mayMove={({ open }) => mayEdit && open}
        onMove={({ id }, column) => moveStored(id, column === UNPLANNED ? null : column)}
        renderCard={(recommendation) => (
          <RoadmapCard recommendation={recommendation} link={linkTo({ opened: recommendation.id })} />
        )}
      />
      <Group justify="flex-end">
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => setQuartersAhead(quartersAhead + YEAR)}
        >
          Show four more quarters
        </Button>
      </Group>
    </Panel>
  );
}
