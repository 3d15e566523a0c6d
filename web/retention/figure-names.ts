import { DEFINITIONS, EXPLAINED_NAMES, type Explained } from '../../domain/retention/definitions.ts';
import type { RetentionFigure } from '../../domain/retention/figures.ts';
import type { Breakdown } from '../../domain/retention/history.ts';
import { MOVEMENTS } from '../../domain/retention/movements.ts';

/** What can be opened into companies, as it is called. */
export const figureName = (figure: RetentionFigure): string =>
  figure === 'retention' ? 'Retention' : EXPLAINED_NAMES[figure];

/** What a figure means, in words. */
export const definitionOf = (id: Explained): string =>
  DEFINITIONS.find((definition) => definition.id === id)!.text;

/** The ledger from top to bottom. */
export const LEDGER = ['start', ...MOVEMENTS, 'end'] as const;

export const RATES = ['net', 'gross', 'logo'] as const;
export type Rate = (typeof RATES)[number];

export const BREAKDOWN_NAMES: Readonly<Record<Breakdown, string>> = {
  accountManager: 'Account manager',
  accountGroup: 'Account group',
  segment: 'Segment',
  health: 'Health',
};
