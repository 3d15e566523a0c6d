import type { Named } from '../../contract/values.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';

/** A stack item with its present name. */
export function stackItemNamed(
  { definitions }: Pick<LoadedPortfolio, 'definitions'>,
  id: string | null,
): Named | null {
  if (id === null) return null;
  return { id, name: definitions.stackItems.find((item) => item.id === id)?.name ?? id };
}
