import type { Standing } from '../../domain/portfolio/definitions.ts';

/** The colour of a standing's badge; its word says the same. */
export const STANDING_COLORS: Readonly<Record<Standing, string>> = {
  preferred: 'teal',
  supported: 'yellow',
  other: 'gray',
};
