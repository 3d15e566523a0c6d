import { ConnectorProblem } from '../connector.ts';

/** How an installation reads dates in conditions: most take a time with zone; some of one's own take less. */
export const DATE_FORMATS = ['iso_z', 'naive', 'date_only'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** Nothing typed: `iso_z`. */
export function dateFormatOf(typed: string | undefined): DateFormat {
  const word = typed?.trim().toLowerCase() || 'iso_z';
  const format = DATE_FORMATS.find((known) => known === word);
  if (format) return format;
  throw new ConnectorProblem(
    'credentials',
    `Date format: "${typed}" is none. Expected ${DATE_FORMATS.join(', ')}, or nothing.`,
  );
}

const DAY = 86_400_000;

/**
 * "The field is later than this." Without a zone it is the server's own, which may be up to half a day behind, so those forms
 * ask for a day more.
 */
export function later(field: string, than: Date, format: DateFormat): string {
  const utc = `${than.toISOString().slice(0, 19)}Z`;
  const dayBefore = new Date(than.getTime() - DAY).toISOString();
  const date = { iso_z: utc, naive: dayBefore.slice(0, 19), date_only: dayBefore.slice(0, 10) }[format];
  return `${field}>[${date}]`;
}

/** All of them; undefined if there is none. */
export function allOf(conditions: readonly (string | null)[]): string | undefined {
  return conditions.filter((condition) => condition !== null).join(' and ') || undefined;
}
