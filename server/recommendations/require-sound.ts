import type { RecommendationChange } from '../../contract/recommendations.ts';
import { requireUsers } from '../access/require-known.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';

/** Refuses a status, an owner or a stack item that there is not (`unprocessable`). */
export function requireSound(
  { grants, definitions }: LoadedPortfolio,
  { status, owner, lines = [] }: RecommendationChange,
): void {
  if (typeof owner === 'string') requireUsers(grants, 'owner', [owner]);
  if (typeof status === 'string')
    requireIn(
      definitions.recommendationStatuses.map(({ name }) => name),
      status,
      'status',
    );
  const items = definitions.stackItems.map(({ id }) => id);
  for (const { stackItem } of lines) if (stackItem !== null) requireIn(items, stackItem, 'lines.stackItem');
}

function requireIn(known: readonly string[], value: string, field: string): void {
  if (known.includes(value)) return;
  const expected = field === 'status' ? `one of ${known.join(', ')}` : 'the id of a stack item';
  throw new Refusal('unprocessable', `Field "${field}" is "${value}"; expected ${expected}.`);
}
