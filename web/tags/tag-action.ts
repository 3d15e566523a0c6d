import type { Tag } from '../../contract/tags.ts';

/** What is to become of a tag. */
export interface TagAction {
  readonly what: 'rename' | 'merge' | 'delete';
  readonly tag: Tag;
}

/** The name that a tag is to get, as far as it can be done; `to` null: it goes away. */
export type Wanted = { readonly to: string | null } | { readonly problem: string | null };

/** What was typed or chosen, judged. A problem that is null: nothing has been given yet. */
export function wantedOf({ what, tag }: TagAction, given: string): Wanted {
  if (what === 'delete') return { to: null };
  const name = given.trim();
  if (name === '' || name === tag.tag) return { problem: null };
  return name.length > 200 ? { problem: 'At most 200 characters' } : { to: name };
}
