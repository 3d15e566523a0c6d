const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(undefined, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** What stands where a number does not exist: never 0. */
export const NONE = '–';

export const formatWhole = (value: number | null): string => (value === null ? NONE : whole.format(value));

export const formatDecimal = (value: number | null): string =>
  value === null ? NONE : oneDecimal.format(value);

/** A share 0–1 as a percentage with one decimal: 10.1%. */
export const formatShare = (value: number | null): string => (value === null ? NONE : share.format(value));

/** A percentage 0–100 (alignment) with one decimal. */
export const formatPercent = (value: number | null): string =>
  formatShare(value === null ? null : value / 100);

/** "1 company", "42 companies". */
export function formatCount(count: number, one: string, many: string): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}
