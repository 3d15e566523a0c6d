import { z } from 'zod';
import { isDay } from '../../domain/calendar/is-day.ts';
import type { Day, Decimal } from '../../domain/portfolio/values.ts';
import type { Instant } from '../../domain/sync/records.ts';

/**
 * Fields of a vendor's row, read as far as they make sense: what is missing, null, or of another type is null, never an
 * error, so that a field that a vendor changes costs that field alone.
 */
const field = <T>(read: (value: unknown) => T) => z.unknown().optional().transform(read);

/** Trimmed; null if nothing is left. A number is taken for its digits. */
export const text = field(asText);

/** A reference: a whole number above 0, or a word. Vendors say "none" with 0 and -1. */
export const reference = field((value): string | null => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : null;
  const word = asText(value);
  return word === null || /^-?0*$|^-\d+$/.test(word) ? null : word;
});

/** Without an exponent, and without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
export const decimal = field(asDecimal);

export const whole = field((value): number | null => {
  const number = asDecimal(value);
  return number !== null && Number.isSafeInteger(Number(number)) ? Number(number) : null;
});

/** Also as words and as 1 and 0. */
export const flag = field((value): boolean | null => {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (word === 'true' || word === 1 || word === '1') return true;
  return word === 'false' || word === 0 || word === '0' ? false : null;
});

/** A time without a zone is UTC. Dates up to 1900 stand for "none". */
export const instant = field(asInstant);

/** The date as it is written, whatever zone follows it. Dates up to 1900 stand for "none". */
export const day = field((value): Day | null => {
  const date = typeof value === 'string' ? value.trim().slice(0, 10) : '';
  return isDay(date) && date >= FIRST_DAY ? date : null;
});

/** Entries that are not of the shape are left out; what is no list at all is null. */
export const listOf = <T>(shape: z.ZodType<T>) =>
  field((value): readonly T[] | null => {
    if (!Array.isArray(value)) return null;
    return value.flatMap((entry) => {
      const parsed = shape.safeParse(entry);
      return parsed.success ? [parsed.data] : [];
    });
  });

const FIRST_DAY = '1901-01-01';
const DATE_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

function asText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  // Neither NUL nor half a character can be stored.
  return (
    value
      .replaceAll('\0', '')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .trim() || null
  );
}

function asDecimal(value: unknown): Decimal | null {
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return null;
    const digits = value.toFixed(6).replace(/\.?0+$/, '');
    return digits === '-0' ? '0' : digits;
  }
  const typed = typeof value === 'string' ? value.trim() : '';
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(typed) ? typed : null;
}

function asInstant(value: unknown): Instant | null {
  const written = typeof value === 'string' ? value.trim() : '';
  if (!DATE_TIME.test(written) || written.slice(0, 10) < FIRST_DAY) return null;
  const zoned = /T.*(Z|[+-]\d{2}:?\d{2})$/i.test(written) || !written.includes('T') ? written : `${written}Z`;
  const time = new Date(zoned);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
