import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Recommendation, updateRecommendation } from '../../contract/recommendations.ts';
import { call } from '../api/call.ts';
import { type Conflict, conflictOf } from '../api/conflict.ts';
import { useRecommendationsChanged } from '../recommendations/use-recommendations-changed.ts';
import { roadmapQuery } from './queries.ts';
import { type Moves, withStored } from './with-moves.ts';

/** Somebody else has put a recommendation elsewhere, or closed it, while it was moved here. */
export interface MoveClash extends Conflict<Recommendation> {
  /** Where it was moved to here. */
  readonly to: string | null;
}

interface Move {
  readonly id: string;
  readonly to: string | null;
}

/**
 * Moves a company's recommendations between quarters: seen at once, saved one after the other, each on the state that was
 * seen. What others have changed besides the quarter is no clash; when they moved it too, it stands where they put it until
 * that is decided.
 */
export function useMoves(company: string) {
  const queryClient = useQueryClient();
  const recommendationsChanged = useRecommendationsChanged();
  const { queryKey } = roadmapQuery(company);
  const [moves, setMoves] = useState<Moves>(new Map());
  const [clash, setClash] = useState<MoveClash | null>(null);
  /** What is wanted last, and the state that it rests on. */
  const wanted = useRef(new Map<string, string | null>());
  const seen = useRef(new Map<string, Recommendation>());

  const save = async ({ id, to }: Move): Promise<void> => {
    // it was moved on before its turn came
    if (wanted.current.get(id) !== to) return;
    const base = seen.current.get(id)!;
    const send = (ifMatch: string) =>
      call(updateRecommendation, { params: { id }, body: { targetQuarter: to }, ifMatch });
    const saved = await send(base.etag).catch((error: unknown) => {
      const current = conflictOf<Recommendation>(error)?.current;
      if (!current?.open || current.targetQuarter !== base.targetQuarter) throw error;
      return send(current.etag);
    });
    stored(saved);
    seen.current.set(id, saved);
  };
  const stored = (state: Recommendation) =>
    queryClient.setQueryData(queryKey, (roadmap) => roadmap && withStored(roadmap, state));

  const mutation = useMutation({
    scope: { id: `roadmap ${company}` },
    mutationFn: save,
    onError: (error, { to }) => {
      const conflict = conflictOf<Recommendation>(error);
      if (!conflict) return;
      stored(conflict.current);
      setClash({ ...conflict, to });
    },
    onSettled: async (_, __, { id, to }) => {
      if (wanted.current.get(id) !== to) return;
      wanted.current.delete(id);
      seen.current.delete(id);
      setMoves((before) => new Map([...before].filter(([other]) => other !== id)));
      await recommendationsChanged();
    },
  });
  return {
    moves,
    /** Puts a recommendation, as it is stored, into another quarter. */
    move: (recommendation: Recommendation, to: string | null) => {
      const { id } = recommendation;
      if (!seen.current.has(id)) seen.current.set(id, recommendation);
      wanted.current.set(id, to);
      setClash((before) => (before?.current.id === id ? null : before));
      setMoves((before) => new Map(before).set(id, to));
      mutation.mutate({ id, to });
    },
    clash,
    dismissClash: () => setClash(null),
    error: conflictOf(mutation.error) ? null : mutation.error,
  };
}
