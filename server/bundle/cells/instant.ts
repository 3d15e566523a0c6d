import { isDay } from '../../../domain/calendar/is-day.ts';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d{1,30}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

/**
 * The canonical form of an RFC 3339 time: UTC, `Z`, the fraction of a second to the microsecond (which is what the
 * database keeps; more is cut off) and without zeros at its end. Undefined for any other text.
 */
export function utcInstant(text: string): string | undefined {
  const parts = INSTANT.exec(text);
  if (!parts || !isDay(parts[1]!)) return undefined;
  const [, day, hour, minute, second, fraction = '', sign, offsetHours, offsetMinutes] = parts;
  const offset = sign ? Number(`${sign}1`) * (Number(offsetHours) * 60 + Number(offsetMinutes)) : 0;
  // set apart from the rest, the second may be the 60th: a leap second is the first of the next minute
  const moment = Date.parse(`${day}T${hour}:${minute}:00Z`) + Number(second) * 1000 - offset * 60_000;
  const utc = new Date(moment).toISOString();
  return /^(?!0000)\d{4}-/.test(utc) ? withFraction(utc.slice(0, 19), fraction) : undefined;
}

/** `2026-11-22T10:00:00` and `120000` as `2026-11-22T10:00:00.12Z`. */
export function withFraction(second: string, fraction: string): string {
  const places = fraction.slice(0, 6).replace(/0+$/, '');
  return `${second}${places === '' ? '' : `.${places}`}Z`;
}
