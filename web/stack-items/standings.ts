import type { Standing } from '../../domain/portfolio/definitions.ts';

/** How the MSP regards a product, as the screens say it. */
export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  preferred: 'Preferred',
  supported: 'Supported',
  other: 'Other',
};
