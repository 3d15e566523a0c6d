import { instantInZone } from '../calendar/time-zone.ts';
import { parseFieldPath, valueAt } from './field-path.ts';
import type { CsatRating } from './satisfaction.ts';
import { DELIVERY_FIELD_NAMES, type DeliveryField, meaningOf, type SurveyMapping } from './survey-mapping.ts';

/** What a delivery says, as far as it says it. */
export interface DeliveredAnswer {
  /** The tool's own id of the answer. */
  readonly id: string | null;
  /** Null: it was not given (yet). */
  readonly rating: CsatRating | null;
  readonly comment: string | null;
  readonly company: string | null;
  readonly companyName: string | null;
  readonly contactEmail: string | null;
  readonly contactName: string | null;
  /** "Ticket 4711" */
  readonly about: string | null;
  readonly answeredAt: Date | null;
}

/** What was read, or the answer's id, if any, and why the rest cannot be: a sentence. */
export type ReadDelivery =
  | { readonly answer: DeliveredAnswer; readonly problem: null }
  | { readonly answer: null; readonly problem: string; readonly id: string | null };

/** A clock that goes wrong by so much is forgiven. Milliseconds. */
const CLOCK = 5 * 60_000;

/**
 * "What does this delivery of our survey tool say?" Read by the tool's mapping. A rating that no list has, a date that is
 * none or lies in the future, and an object where a value is expected are problems: nothing is guessed. A rating that is
 * empty or null was not given yet. Times without a zone are of the workspace's.
 */
export function readDelivery(
  body: unknown,
  mapping: SurveyMapping,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): ReadDelivery {
  const problems: string[] = [];
  const textOf = (field: DeliveryField): string | null => {
    const path = parseFieldPath(mapping.paths[field]);
    const value = path === null ? undefined : valueAt(body, path);
    if (typeof value === 'object' && value !== null)
      problems.push(`${place(field, mapping)} is no text or number.`);
    return value === undefined || value === null || typeof value === 'object' ? null : clean(String(value));
  };
  const id = textOf('id');
  const sent = textOf('rating');
  const rating = sent === null ? null : meaningOf(sent, mapping.ratings);
  if (isMissing(body, mapping)) problems.push(`${place('rating', mapping)} is not there.`);
  else if (sent !== null && rating === null)
    problems.push(`The rating “${sent}” is in none of the lists of ratings.`);
  const when = textOf('answeredAt');
  const answeredAt = when === null ? null : instantOf(when, timeZone);
  if (when !== null && answeredAt === null)
    problems.push(`${place('answeredAt', mapping)} is “${when}”, which is no time.`);
  else if (answeredAt !== null && answeredAt.getTime() > now.getTime() + CLOCK)
    problems.push(`${place('answeredAt', mapping)} is “${when}”, which lies in the future.`);
  const answer = {
    id: id?.slice(0, 500) ?? null,
    rating,
    comment: textOf('comment')?.slice(0, 5000) ?? null,
    company: textOf('company'),
    companyName: textOf('companyName'),
    contactEmail: textOf('contactEmail'),
    contactName: textOf('contactName'),
    about: aboutOf(textOf('ticket')),
    answeredAt: answeredAt === null || answeredAt > now ? null : answeredAt,
  };
  return problems.length > 0
    ? { answer: null, problem: problems.join(' '), id: answer.id }
    : { answer, problem: null };
}

/** The mapping leads nowhere in this delivery, which is not the same as a rating that was not given. */
function isMissing(body: unknown, { paths }: SurveyMapping): boolean {
  const path = parseFieldPath(paths.rating);
  return path === null || valueAt(body, path) === undefined;
}

const place = (field: DeliveryField, { paths }: SurveyMapping) =>
  `${DELIVERY_FIELD_NAMES[field]} (${paths[field]})`;

/** As it can be stored; null: nothing was said. */
function clean(text: string): string | null {
  const kept = text
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '')
    .replaceAll('\r\n', '\n')
    .trim();
  return kept === '' ? null : kept;
}

/** A number by itself is a ticket's. */
function aboutOf(ticket: string | null): string | null {
  const line = ticket?.replace(/\s+/g, ' ').slice(0, 190);
  if (line === undefined) return null;
  return /^#?\d+$/.test(line) ? `Ticket ${line.replace('#', '')}` : line;
}

/** ISO 8601 with or without a zone, a day (noon of it), or seconds or milliseconds since 1970; null: none of these, or before 1970. */
function instantOf(text: string, timeZone: string): Date | null {
  if (/^\d{9,13}$/.test(text)) return new Date(text.length > 10 ? Number(text) : Number(text) * 1000);
  const [, day = '', time = '12:00', seconds = ':00', zone] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text) ?? [];
  const inUtc = new Date(`${day}T${time}${seconds}Z`);
  // a day that a month lacks would become one of the next month
  if (Number.isNaN(inUtc.getTime()) || !inUtc.toISOString().startsWith(day) || day < '1970-01-02')
    return null;
  if (zone === undefined) return instantInZone(day, time, timeZone);
  return new Date(`${day}T${time}${seconds}${zone.toUpperCase().replace(/(\d\d):?(\d\d)$/, '$1:$2')}`);
}
