import type { JobRun } from '../../contract/jobs.ts';

/** How long a run took: "0.4 s", "2 min 5 s"; null: it is not over. */
export function durationOf({ startedAt, endedAt }: Pick<JobRun, 'startedAt' | 'endedAt'>): string | null {
  if (endedAt === null) return null;
  const milliseconds = Math.max(0, Date.parse(endedAt) - Date.parse(startedAt));
  if (milliseconds < 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

export const OUTCOMES: Readonly<
  Record<JobRun['outcome'], { readonly label: string; readonly color: string }>
> = {
  running: { label: 'Running', color: 'blue' },
  succeeded: { label: 'Succeeded', color: 'teal' },
  failed: { label: 'Failed', color: 'red' },
  interrupted: { label: 'Interrupted', color: 'yellow' },
};
