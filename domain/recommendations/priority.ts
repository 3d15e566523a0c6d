import { compareText } from '../text/compare.ts';

/** The usual priorities, from the most urgent down; a recommendation may have any other words. */
export const PRIORITIES = ['Critical', 'High', 'Medium', 'Low'] as const;

/** Where a priority stands: the usual ones from 1, whatever their case; other words after them. */
export function priorityRank(priority: string): number {
  const at = PRIORITIES.findIndex((usual) => usual.toLowerCase() === priority.toLowerCase());
  return at < 0 ? PRIORITIES.length + 1 : at + 1;
}

/** From critical down to low, then others by name; each once. */
export function sortedPriorities(priorities: readonly string[]): string[] {
  return [...new Set(priorities)].sort((a, b) => priorityRank(a) - priorityRank(b) || compareText(a, b));
}
