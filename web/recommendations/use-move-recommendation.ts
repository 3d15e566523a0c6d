import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { type Recommendation, updateRecommendation } from '../../contract/recommendations.ts';
import { call } from '../api/call.ts';
import { conflictOf } from '../api/conflict.ts';
import { messageOf } from '../api/query-client.ts';
import type { Move } from './moved-columns.ts';
import { useRecommendationsChanged } from './use-recommendations-changed.ts';

/**
 * Moves recommendations to another status. They stand there at once; what could not be moved goes back, with the reason. A
 * card that is moved on before it has arrived is moved on by what its move before answered.
 */
export function useMoveRecommendation() {
  const changed = useRecommendationsChanged();
  const [moves, setMoves] = useState<ReadonlyMap<string, Move>>(new Map());
  const ways = useRef(new Map<string, Promise<string>>());
  const move = async (card: Recommendation, to: string): Promise<void> => {
    setMoves((before) => new Map(before).set(card.id, { card, to }));
    const before = ways.current.get(card.id) ?? Promise.resolve(card.etag);
    const way = before.then((etag) => setStatus(card.id, to, etag));
    ways.current.set(card.id, way);
    await way.catch((error: unknown) => {
      if (ways.current.get(card.id) === way) tellRefused(card, error);
    });
    if (ways.current.get(card.id) !== way) return;
    await changed();
    // moved on while the board was asked for anew
    if (ways.current.get(card.id) !== way) return;
    ways.current.delete(card.id);
    setMoves((all) => new Map([...all].filter(([id]) => id !== card.id)));
  };
  return {
    /** What is on its way. */
    moves: [...moves.values()],
    move: (card: Recommendation, to: string) => void move(card, to),
    /** Resolves once a card is no longer on its way, wherever it has come to. */
    arrival: async (id: string): Promise<void> => {
      await ways.current.get(id)?.catch(() => undefined);
    },
  };
}

async function setStatus(id: string, status: string, etag: string): Promise<string> {
  const moved = await call(updateRecommendation, { params: { id }, body: { status }, ifMatch: etag });
  return moved.etag;
}

function tellRefused({ title }: Recommendation, error: unknown): void {
  const conflict = conflictOf<Recommendation>(error);
  const message = conflict
    ? `${conflict.changed?.by?.name ?? 'Somebody'} changed it meanwhile: it is now ${conflict.current.status ?? 'without a status'}.`
    : messageOf(error);
  notifications.show({ color: 'yellow', title: `“${title}” was not moved`, message, autoClose: 10_000 });
}
