import { addDays } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface ActionLine {
  readonly title: string;
  /** A user's id; null: nobody of ours. */
  readonly owner: string | null;
  /** Somebody of the client, by name. */
  readonly ownerName: string | null;
  readonly dueDate: Day | null;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: Day): number => (Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 4) % 7;

/**
 * Reads an action item from one line, typed while a meeting goes on: "Send the quote @dana friday". An @ and the beginning
 * of a name (spaces left out) is its owner, of ours first, else a contact of the client, else whoever is called that. A day
 * at the end is when it is due: a date, today, tomorrow, a weekday (the next one, not today), "in 3 days", "in 2 weeks",
 * with or without "by" or "due" before it. All else is what is to be done.
 */
export function readActionLine(
  line: string,
  {
    asOf,
    users,
    contacts,
  }: { readonly asOf: Day; readonly users: readonly Person[]; readonly contacts: readonly Person[] },
): ActionLine {
  const mention = /(?:^|\s)@([^\s@]+)/u.exec(line);
  const rest = (mention ? line.replace(mention[0], ' ') : line).replace(/\s+/g, ' ').trim();
  const due = readDue(rest, asOf);
  const owner = mention ? ownerNamed(mention[1]!, users, contacts) : { owner: null, ownerName: null };
  return { title: due?.before || rest, ...owner, dueDate: due?.before ? due.day : null };
}

function ownerNamed(
  typed: string,
  users: readonly Person[],
  contacts: readonly Person[],
): Pick<ActionLine, 'owner' | 'ownerName'> {
  const flat = (text: string) => text.toLowerCase().replace(/[\s.,]+/g, '');
  const fits = ({ name }: Person) =>
    flat(name).startsWith(flat(typed)) || name.split(/\s+/).some((part) => flat(part) === flat(typed));
  const user = users.find(fits);
  if (user) return { owner: user.id, ownerName: null };
  return { owner: null, ownerName: contacts.find(fits)?.name ?? typed };
}

function readDue(text: string, asOf: Day): { readonly before: string; readonly day: Day } | null {
  const pattern =
    /^(.*?)(?:\s+(?:by|due|until|on))?\s+(\d{4}-\d\d-\d\d|today|tomorrow|in \d{1,3} (?:day|week)s?|(?:sun|mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur)(?:day)?)$/i;
  const [, before = '', words = ''] = pattern.exec(text) ?? [];
  const day = words === '' ? null : dayNamed(words.toLowerCase(), asOf);
  return day === null ? null : { before: before.trim(), day };
}

function dayNamed(words: string, asOf: Day): Day | null {
  if (/^\d/.test(words)) return Number.isNaN(Date.parse(words)) ? null : words;
  if (words === 'today') return asOf;
  if (words === 'tomorrow') return addDays(asOf, 1);
  const [, count, unit] = /^in (\d+) (day|week)/.exec(words) ?? [];
  if (count) return addDays(asOf, Number(count) * (unit === 'week' ? 7 : 1));
  const weekday = WEEKDAYS.findIndex((name) => name.startsWith(words));
  if (weekday < 0) return null;
  const ahead = (weekday - weekdayOf(asOf) + 7) % 7;
  return addDays(asOf, ahead === 0 ? 7 : ahead);
}
