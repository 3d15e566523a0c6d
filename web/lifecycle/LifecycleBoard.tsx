import { useState } from 'react';
import type { BoardCard, LifecycleBoard as Stages } from '../../contract/lifecycle.ts';
import { directionOf } from '../../domain/lifecycle/stage-conditions.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import { isRefusal } from '../api/query-client.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { useMay, useMoney } from '../me/queries.ts';
import { Board } from '../ui/board/Board.tsx';
import { CardFace } from './CardFace.tsx';
import { MoveModal } from './MoveModal.tsx';
import { useMoveCard } from './use-move-card.ts';

interface Asking {
  readonly company: string;
  readonly to: Stage;
}

const EMPTY: Readonly<Record<Stage, string>> = {
  prospect: 'Nobody whom sales is about to engage.',
  sales: 'Nobody waits for the ICE meeting.',
  ice: 'Nobody waits for an agreement.',
  agreement: 'Nobody waits for the kick-off to be planned.',
  onboarding: 'Nobody is being onboarded.',
  active: 'No client yet.',
  offboarded: 'Nobody has left.',
};

/**
 * A column of companies per stage. A company that may go is moved at once; one that lacks something, goes back or leaves opens
 * the dialog that says why, or asks why.
 */
export function LifecycleBoard({ board: { items, stages } }: { readonly board: Stages }) {
  const mayEdit = useMay('edit_companies');
  const money = useMoney();
  const moveCard = useMoveCard();
  const [asking, setAsking] = useState<Asking | null>(null);
  const move = ({ id, name, stage, next, lacking }: BoardCard, to: Stage) => {
    const ask = () => setAsking({ company: id, to });
    if (directionOf(stage, to) !== 'forward' || (to === next && lacking.length > 0)) return ask();
    moveCard.mutate(
      { id, name, to },
      { onError: (error) => (isRefusal(error, 'conflict') ? ask() : undefined) },
    );
  };
  return (
    <>
      <Board<BoardCard>
        label="Companies by stage"
        columnsScroll
        columns={stages.map(({ stage, mrr }) => ({
          id: stage,
          title: STAGE_NAMES[stage],
          note: mrr === 0 ? 'No MRR' : `${money.full(mrr)} MRR`,
          cards: items.filter((card) => card.stage === stage),
          accepts: true,
          empty: EMPTY[stage],
        }))}
        cardId={({ id }) => id}
        cardName={({ name }) => name}
        mayMove={() => mayEdit}
        onMove={(card, to) => move(card, to as Stage)}
        renderCard={(card) => <CardFace card={card} />}
      />
      {asking ? <MoveModal {...asking} onClose={() => setAsking(null)} /> : null}
    </>
  );
}
