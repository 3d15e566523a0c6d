import { useQuery } from '@tanstack/react-query';
import type { Quadrant } from '../../domain/portfolio/definitions.ts';
import { choicesQuery } from '../dashboard/queries.ts';
import { NONE } from '../ui/numbers.ts';

/** The workspace's names of the quadrants; null: not placed. */
export function useSegmentNamed(): (quadrant: Quadrant | null) => string {
  const segments = useQuery(choicesQuery).data?.segments;
  return (quadrant) => segments?.find(({ id }) => id === (quadrant ?? 'not_placed'))?.name ?? NONE;
}
