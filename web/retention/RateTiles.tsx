import { UnstyledButton } from '@mantine/core';
import type { Retention } from '../../contract/retention.ts';
import { EXPLAINED_NAMES } from '../../domain/retention/definitions.ts';
import type { RetentionFigure } from '../../domain/retention/figures.ts';
import { useMoney } from '../me/queries.ts';
import { formatCount, formatShare, formatWhole } from '../ui/numbers.ts';
import { definitionOf, RATES, type Rate } from './figure-names.ts';
import classes from './retention.module.css';

interface RateTilesProps {
  readonly month: Retention['months'][number];
  readonly onOpen: (figure: RetentionFigure) => void;
}

/** Net and gross revenue retention, client retention and CSAT of a month, each with what it rests on and what it means. */
export function RateTiles({ month: { figures, csat }, onOpen }: RateTilesProps) {
  const money = useMoney();
  const retention = figures?.retention ?? null;
  const all = csat.positive + csat.neutral + csat.negative;
  const rests: Readonly<Record<Rate, string>> = {
    net: retention ? `${money.full(retention.endMrr)} of ${money.full(retention.startMrr)}` : '',
    gross: retention ? `${money.full(retention.keptMrr)} of ${money.full(retention.startMrr)}` : '',
    logo: retention
      ? `${formatWhole(retention.kept)} of ${formatCount(retention.clients, 'client', 'clients')}`
      : '',
  };
  return (
    <div className={classes.tiles}>
      {RATES.map((rate) => (
        <Tile
          key={rate}
          name={EXPLAINED_NAMES[rate]}
          figure={formatShare(retention?.[rate] ?? null)}
          rests={rests[rate]}
          definition={definitionOf(rate)}
          onOpen={() => onOpen('retention')}
        />
      ))}
      <Tile
        name={EXPLAINED_NAMES.csat}
        figure={formatShare(csat.share)}
        rests={
          all === 0
            ? 'no responses'
            : `${formatWhole(csat.positive)} of ${formatCount(all, 'response', 'responses')}`
        }
        definition={definitionOf('csat')}
        onOpen={() => onOpen('csat')}
      />
    </div>
  );
}

interface TileProps {
  readonly name: string;
  readonly figure: string;
  readonly rests: string;
  readonly definition: string;
  readonly onOpen: () => void;
}

function Tile({ name, figure, rests, definition, onOpen }: TileProps) {
  return (
    <UnstyledButton className={classes.tile} onClick={onOpen} aria-label={`${name}: ${figure}, ${rests}`}>
      <span className={classes.tileName}>{name}</span>
      <b>{figure}</b>
      <span>{rests}</span>
      <span className={classes.definition}>{definition}</span>
    </UnstyledButton>
  );
}
