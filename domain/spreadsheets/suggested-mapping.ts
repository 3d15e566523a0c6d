import type { SheetField } from './sheet-kinds.ts';

/**
 * Which field each column of a sheet fills, as its heading says: the name, the label or another word for a field, in any
 * case and without regard to signs and spaces. Of two columns for one field the first takes it; null: no field.
 */
export function suggestedMapping(
  headings: readonly string[],
  fields: readonly SheetField[],
): readonly (string | null)[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    const word = bare(heading);
    const free = fields.filter(({ name }) => !taken.has(name));
    const field =
      free.find(({ name, label }) => word === bare(name) || word === bare(label)) ??
      free.find(({ aliases }) => aliases.some((alias) => bare(alias) === word));
    if (word === '' || !field) return null;
    taken.add(field.name);
    return field.name;
  });
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}%]/gu, '');
