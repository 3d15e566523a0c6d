import type { RawSearch } from '../ui/search-text.ts';

const NAMES = ['who', 'what', 'company', 'from', 'to'] as const;

/** What the activity is narrowed to; what is left out narrows nothing. Days are in the workspace's time zone. */
export type ActivityFilter = Partial<Readonly<Record<(typeof NAMES)[number], string>>>;

const DAYS: ReadonlySet<string> = new Set(['from', 'to']);

/** From the address; what cannot be meant is left out. */
export function readFilter(search: RawSearch): ActivityFilter {
  const given = NAMES.flatMap((name) => {
    const value = search[name]?.[0];
    return value && (!DAYS.has(name) || isDay(value)) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

export function writeFilter(filter: ActivityFilter): RawSearch {
  return Object.fromEntries(NAMES.flatMap((name) => (filter[name] ? [[name, [filter[name]]]] : [])));
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}

/** "update stack item" → "Update stack item". */
export const actionInWords = (action: string): string => action.charAt(0).toUpperCase() + action.slice(1);
