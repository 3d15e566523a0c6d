import type { Side } from '../../domain/onboarding/sides.ts';

/** Who does a task, as its badge says. */
export const SIDE_NAMES: Readonly<Record<Side, string>> = { us: 'Us', client: 'Client' };

/** The same as a choice. */
export const SIDE_CHOICES = [
  { value: 'us', label: 'Ours' },
  { value: 'client', label: 'The client’s' },
] as const satisfies readonly { value: Side; label: string }[];
