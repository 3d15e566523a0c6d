import { Text } from '@mantine/core';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import type { BoardCard } from '../../contract/lifecycle.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { formatCount } from '../ui/numbers.ts';
import classes from './board.module.css';

/** A company on the board: its vCIO, how long it has been there, and what it waits for. */
export function CardFace({ card }: { readonly card: BoardCard }) {
  const { id, name, owner, mrr } = card;
  const money = useMoney();
  return (
    <div className={classes.face}>
      <AnchorLink {...paths.customerLifecycle(id)} fz="sm" fw={600} c="inherit" draggable={false}>
        {name}
      </AnchorLink>
      <Text fz="xs" c="dimmed" className="qd-figures">
        {owner?.name ?? 'No vCIO'}
        {mrr === 0 ? '' : ` · ${money.short(mrr)} MRR`}
      </Text>
      <TimeInStage card={card} />
      <Waiting card={card} />
    </div>
  );
}

function TimeInStage({ card: { days, since } }: { readonly card: BoardCard }) {
  if (days === null || since === null) return null;
  return (
    <Text fz="xs" c="dimmed" className="qd-figures" title={`Since ${formatDay(since)}`}>
      {days === 0 ? 'Since today' : `For ${formatCount(days, 'day', 'days')}`}
    </Text>
  );
}

function Waiting({ card: { next, lacking } }: { readonly card: BoardCard }) {
  if (next === null) return null;
  const [first, ...more] = lacking;
  return (
    <Text fz="xs" fw={550} className={classes.waiting ?? ''} data-ready={first === undefined}>
      {first === undefined ? <CircleCheck size={13} aria-hidden /> : <CircleDashed size={13} aria-hidden />}
      <span>
        {first === undefined ? `Ready: ${STAGE_NAMES[next]}` : first}
        {more.length > 0 ? `, ${more.length} more` : ''}
      </span>
    </Text>
  );
}
