import { Tooltip, UnstyledButton } from '@mantine/core';
import type { OpportunityTile as Tile } from '../../domain/dashboard/stack-by-customer.ts';
import { useMoney } from '../me/queries.ts';
import classes from './dashboard.module.css';

interface OpportunityTileProps {
  readonly label: string;
  readonly tile: Tile;
}

/** A total opportunity; hovering or focusing it shows how it splits. */
export function OpportunityTile({ label, tile }: OpportunityTileProps) {
  const money = useMoney();
  const split = `MRR ${money.full(tile.mrrOpportunity)} · One-time ${money.full(tile.oneTimeOpportunity)}`;
  return (
    <Tooltip
      label={split}
      className="qd-figures"
      openDelay={0}
      events={{ hover: true, focus: true, touch: true }}
    >
      <UnstyledButton
        className={classes.tile ?? ''}
        aria-label={`${label}: ${money.full(tile.total)}. ${split}`}
      >
        <span>{label}</span>
        <b>{money.full(tile.total)}</b>
      </UnstyledButton>
    </Tooltip>
  );
}
