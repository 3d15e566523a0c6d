import type { GoalChange } from '../../contract/goals.ts';

/** The fields of a goal that stand in its own row. */
export const goalColumns = {
  title: 'title',
  description: 'description',
  category: 'category',
  owner: 'owner',
  targetDate: 'target_date',
  status: 'status',
  progress: 'progress',
} as const satisfies { readonly [Name in keyof GoalChange]?: string };
