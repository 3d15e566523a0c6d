import type { TagsChange } from '../../contract/tags.ts';
import { Refusal } from '../platform/http/refusal.ts';

/**
 * By tag, what becomes of it; those that stay are not in it. Refuses a tag that stands twice or that is not among
 * `known`.
 */
export function tagNames(
  { tags }: TagsChange,
  known: ReadonlySet<string>,
): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>();
  for (const { tag, to } of tags) {
    if (!known.has(tag)) throw new Refusal('unprocessable', `There is no tag "${tag}".`);
    if (names.has(tag)) throw new Refusal('unprocessable', `The tag "${tag}" stands twice.`);
    names.set(tag, to);
  }
  for (const [tag, to] of names) if (tag === to) names.delete(tag);
  return names;
}
