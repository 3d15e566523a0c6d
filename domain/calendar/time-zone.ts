import type { Day } from '../portfolio/values.ts';

/** Whether this names a time zone that days can begin and end in: an IANA name such as "Europe/Berlin". */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant at which the clocks of a zone show a day and a time. A time that they show twice (in autumn) is the first of
 * the two; one that they skip (in spring) is as long after midnight as it would have been.
 */
export function instantInZone(day: Day, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const [before, after] = [wanted - DAY, wanted + DAY].map((instant) => offsetAt(instant, timeZone)) as [
    number,
    number,
  ];
  const first = wanted - Math.max(before, after);
  const second = wanted - Math.min(before, after);
  if (first + offsetAt(first, timeZone) === wanted) return new Date(first);
  return new Date(second + offsetAt(second, timeZone) === wanted ? second : wanted - before);
}

const DAY = 86_400_000;

/** By how many milliseconds the clocks of a zone are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, Number(value)]),
  );
  const shown = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
  return shown - Math.floor(instant / 1000) * 1000;
}
