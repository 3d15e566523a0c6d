import { sharesTag } from '../alignment/applicable.ts';
import type { StackItem } from '../portfolio/definitions.ts';
import { retagged } from './retagged.ts';

/** A company × stack item that becomes, or no longer is, applicable by tag. */
export interface ApplicableChange {
  readonly company: string;
  readonly stackItem: string;
  readonly applicable: boolean;
}

/**
 * Which alignment cells a change of tags switches on and off. Cells with a hand-made choice are not for this to know:
 * whoever asks leaves them out, as they follow no tag (docs/product.md §6). Retired items are in no figure and left out.
 */
export function applicableChanges(
  companies: Iterable<{ readonly id: string; readonly tags: readonly string[] }>,
  stackItems: readonly Pick<StackItem, 'id' | 'tags' | 'retired'>[],
  names: ReadonlyMap<string, string | null>,
): ApplicableChange[] {
  const items = stackItems
    .filter(({ retired, tags }) => !retired && tags.length > 0)
    .map(({ id, tags }) => ({ id, before: tags, after: retagged(tags, names) }));
  const changes: ApplicableChange[] = [];
  for (const { id: company, tags } of companies) {
    const [before, after] = [new Set(tags), new Set(retagged(tags, names))];
    for (const item of items) {
      const applicable = sharesTag(item.after, after);
      if (applicable !== sharesTag(item.before, before))
        changes.push({ company, stackItem: item.id, applicable });
    }
  }
  return changes;
}
